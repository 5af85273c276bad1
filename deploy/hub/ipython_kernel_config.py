# What `make lab` tells every kernel; a test keeps the two alike.
c = get_config()
c.InteractiveShellApp.ignore_cwd = True
c.InteractiveShellApp.extensions = ["fairmark.notebook"]
