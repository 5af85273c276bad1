"""A JupyterHub on this machine, for trying: `make hub`. Loopback only; any name and word gets in.

A hub for a class needs a login and a spawner of its own. What it shares with this one is the
image's content (Dockerfile) and the variable below.
"""

import os
from pathlib import Path

c = get_config()  # JupyterHub gives it
env = Path(os.environ["HUB_ENV"]).resolve()  # the environment that `make hub` has made
state = Path(os.environ["HUB_STATE"]).resolve()  # homes and the hub's own files
port = int(os.environ.get("PORT", "8800"))

c.JupyterHub.bind_url = f"http://127.0.0.1:{port}"
c.JupyterHub.hub_bind_url = f"http://127.0.0.1:{port + 1}"
c.ConfigurableHTTPProxy.api_url = f"http://127.0.0.1:{port + 2}"
c.ConfigurableHTTPProxy.command = [str(env / "node_modules/.bin/configurable-http-proxy")]
c.ConfigurableHTTPProxy.pid_file = str(state / "proxy.pid")
c.JupyterHub.cookie_secret_file = str(state / "cookie_secret")
c.JupyterHub.db_url = f"sqlite:///{state / 'hub.sqlite'}"

c.JupyterHub.authenticator_class = "dummy"
c.Authenticator.allow_all = True

# Every user's server runs as the person who started the hub, each in a home of its own.
c.JupyterHub.spawner_class = "simple"
c.SimpleLocalProcessSpawner.home_dir_template = str(state / "homes" / "{username}")
c.Spawner.cmd = [str(env / "bin/jupyterhub-singleuser")]
c.Spawner.args = ["--allow-root"]  # a container often has no other user
c.Spawner.environment = {
    "ALIGNMENT_HOME": "~/my-work",  # in each student's home, as in the image
    "PATH": os.pathsep.join([str(env / "bin"), os.environ["PATH"]]),
}
c.Spawner.start_timeout = c.Spawner.http_timeout = 240  # a busy machine starts a server slowly
