"""Write pyodide.json again: what the site needs of a Pyodide release's lock file.

npm pack pyodide@VERSION && tar xzf pyodide-VERSION.tgz
python deploy/site/pin_pyodide.py VERSION package/pyodide-lock.json
"""

import json
import sys
from pathlib import Path

from onelink.lock import LEANS, PINNED, needed

KEPT = ("name", "version", "file_name", "install_dir", "sha256", "package_type", "imports")


def main(version: str, lock: Path) -> None:
    """Keep the entries that are needed; everything else of the 300 packages stays away."""
    given = json.loads(lock.read_text(encoding="utf-8"))
    packages = {}
    for name in needed(given["packages"], LEANS):
        entry = given["packages"][name]
        packages[name] = {key: entry[key] for key in KEPT} | {
            "depends": entry["depends"],
            "unvendored_tests": False,
        }
    record = {
        "version": version,
        "base": f"https://cdn.jsdelivr.net/pyodide/v{version}/full/",
        "info": given["info"],
        "packages": packages,
    }
    text = json.dumps(record, indent=1, ensure_ascii=False)
    PINNED.write_text(f"{text}\n", encoding="utf-8")
    print(f"{len(packages)} packages of Pyodide {version} pinned")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
