"""What the browser's Jupyter is told: where Python and its packages are, where work is kept."""

from typing import Any

from onelink.lock import PRELOADED, Distribution

KERNEL = "@jupyterlite/pyodide-kernel-extension:kernel"
THEMES = "@jupyterlab/apputils-extension:themes"
TRACKER = "@jupyterlab/notebook-extension:tracker"
# A student's own files lie in the browser's drive, beside the notebooks.
ENVIRONMENT = {
    "ALIGNMENT_HOME": "/drive/my-work",
    # From the page of a notebook, which lies in `live/notebooks/` or beside it.
    "ALIGNMENT_PLOTLY_JS": "../static/course/plotly.min.js",
    "HOME": "/home/pyodide",
    "PLOTLY_RENDERER": "plotly_mimetype",
}


def settings(at: Distribution, *, offline: bool) -> dict[str, Any]:
    """Return the content of `jupyter-lite.json`.

    Parameters
    ----------
    at : Distribution
        Pyodide's release.
    offline : bool
        Whether Pyodide lies in the site.

    Returns
    -------
    dict
        As JSON; addresses that begin with "./" are relative to the folder of the live course.
    """
    own = "./static/pyodide/" if offline else at.base
    kernel = {
        "pyodideUrl": f"{own}pyodide.mjs",
        "disablePyPIFallback": True,
        "pipliteUrls": [],
        "loadPyodideOptions": {
            "lockFileURL": "./static/course/pyodide-lock.json",
            "packages": list(PRELOADED),
            "env": dict(ENVIRONMENT),
        },
    }
    return {
        "jupyter-lite-schema-version": 0,
        "jupyter-config-data": {
            "appName": "Weighing the China–Russia alignment",
            "exposeAppInBrowser": True,
            "enableServiceWorkerCache": "false",  # kept.js keeps a site whole, or not at all
            "litePluginSettings": {KERNEL: kernel},
            # Light or dark as the reader's system has it; the menu Settings chooses otherwise.
            # Cells off the screen are drawn later, not left out: alignment/cli/lab.py says why.
            "settingsOverrides": {
                THEMES: {"adaptive-theme": True},
                TRACKER: {"windowingMode": "defer"},
            },
        },
    }


def python_address(told: dict[str, Any]) -> str:
    """Return where these settings take Python from, as they name it."""
    return told["jupyter-config-data"]["litePluginSettings"][KERNEL]["pyodideUrl"]
