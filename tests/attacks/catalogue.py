# ruff: noqa: E501 (the code of an attack is data and reads best in one piece)
"""Hostile answers. Each stands in the answer cell of one question; all other answers are blank.

`{line}` is the line that is right on the shipped tables, `{name}` the name the question asks for,
`{canary}` a file outside that must stay as it is, `{pid}` the grader's process.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Attack:
    """One hostile answer.

    Parameters
    ----------
    name, tries : str
        What it is called, and what it tries, for the table in the docs.
    code : str
        The text of the answer cell.
    group : str
        The heading it stands under.
    """

    name: str
    tries: str
    code: str
    group: str


def _group(group: str, *attacks: tuple[str, str, str]) -> list[Attack]:
    return [Attack(name, tries, code.strip("\n"), group) for name, tries, code in attacks]


PRINTING = _group(
    "Say the answer instead of computing it",
    ("known number", "types the answer known from the shipped tables",
     "{name} = float('{line}'.split('= ')[1].split()[0])"),
    ("check redefined", "replaces `check` by a function that prints the known line",
     "def check(*a, **k): print('{line}')"),
    ("check as a class", "replaces `check` by an object that prints when called",
     "class C:\n    def __call__(self, *a, **k): print('{line}')\ncheck = C()"),
    ("print patched", "replaces the built-in `print`",
     "import builtins\nold = print\nbuiltins.print = lambda *a, **k: old('{line}')"),
    ("output patched", "replaces the text of standard output",
     "import sys\nclass Out:\n    def __init__(s, o): s.o = o\n    def write(s, t):\n"
     "        return s.o.write('{line}\\n' if '= ' in t else '')\n    def flush(s): pass\n"
     "sys.stdout = Out(sys.stdout)"),
    ("emit patched", "replaces `emit` inside the package",
     "import fairmark.checks.talking as t, alignment.checks as c\n"
     "t.line = lambda *a, **k: '{line}'\nc.emit = t.emit = lambda *a, **k: print('{line}')"),
    ("canonical patched", "makes every answer look the same",
     "import fairmark.answers.kind as a\n"
     "a.write = lambda *x: '{line}'.split('= ')[1].rsplit(' per', 1)[0]\n{name} = 1"),
    ("wider lattice", "makes the tolerance a million times wider",
     "import fairmark.checks.talking as t\nfrom dataclasses import replace\nold = t.find\n"
     "t.find = lambda q: replace(old(q), width=1e9)\n{name} = 18.0"),
    ("text that lies", "a subclass of str whose methods return the known text",
     "class T(str):\n    def split(s, *a): return ['{line}'.split('= ')[1]]\n{name} = T('x')"),
    ("number that lies", "a number whose text is the known one",
     "class F(float):\n    def __repr__(s): return '{line}'\n    __str__ = __format__ = __repr__\n"
     "{name} = F(1)"),
    ("always equal", "an object that is equal to everything",
     "class E:\n    def __eq__(s, o): return True\n    def __hash__(s): return 0\n"
     "    def __float__(s): return 18.56\n{name} = E()"),
    ("shipped tables inside", "reads the shipped tables back in when others are there",
     "import alignment.tables as t, alignment.tables.reading as r, pandas as pd\n"
     "t.load = r.load = load = lambda n: pd.DataFrame({{'year': [2021, 2024], 'total': "
     "[146.887, 244.819]}})\ntotal = load('trade').set_index('year')['total']\n"
     "{name} = ((total[2024] / total[2021]) ** (1 / 3) - 1) * 100"),
    ("other tables", "points the tables at another folder",
     "import os\nos.environ['ALIGNMENT_DATA'] = '/'\n{name} = 18.56"),
    ("late printing", "a thread prints the known line while the check runs",
     "import threading, time, sys\ndef late():\n    for _ in range(200):\n"
     "        sys.stdout.write('{line}\\n'); time.sleep(.01)\n"
     "threading.Thread(target=late, daemon=True).start()"),
    ("nearest lattice point", "moves the known number to the nearest point that the other tables' key allows",
     "from fairmark.checks.keys import find\nk = find('{question}')\n"
     "known, o = float('{line}'.split('= ')[1].split()[0]), (k.right.offsets or (0,))[0]\n"
     "{name} = o + round((known - o) / k.width) * k.width"),
    ("forms patched", "replaces the functions that say that a form is complete",
     "import alignment.rubrics.forms as f, alignment.rubrics.wording as w\n"
     "from fairmark.answers.forms import Form\nfor m in (f, w):\n"
     "    for n, v in list(vars(m).items()):\n"
     "        if callable(v): setattr(m, n, lambda *a, **k: Form())\n"
     "import alignment.checks as c\nc.forms, c.wording = f, w\n{name} = 1"),
    ("verdict of a form patched", "makes every form say that it is complete",
     "import fairmark.answers.forms as f\nf.Form.text = property(lambda s: 'complete')\n"
     "f.FormOf.normalise = lambda s, v, on=None: f.Answer(\"'complete'\")\n{name} = 1"),
    ("text of the output replaced", "makes the collector of printed text return the known line",
     "import sys\nsys.stdout.take = lambda: '{line}\\n'\ntype(sys.stdout).take = lambda s: '{line}\\n'"),
)  # fmt: skip

HOOKS = _group(
    "Hooks of the kernel",
    ("look away", "asks nbval to skip the cell", "# NBVAL_SKIP\n{name} = 1"),
    ("look away from output", "asks nbval to ignore the output",
     "# NBVAL_IGNORE_OUTPUT\n# PYTEST_VALIDATE_IGNORE_OUTPUT\n{name} = 1"),
    ("exceptions swallowed", "takes over every exception",
     "get_ipython().set_custom_exc((Exception,), lambda *a, **k: print('{line}'))"),
    ("code rewritten", "rewrites every later cell before it is compiled",
     "import ast\nclass R(ast.NodeTransformer):\n    def visit_Call(s, n):\n"
     "        if getattr(n.func, 'id', '') == 'check':\n"
     "            return ast.parse(\"print('{line}')\").body[0].value\n        return n\n"
     "get_ipython().ast_transformers.append(R())"),
    ("text rewritten", "rewrites the text of every later cell",
     "get_ipython().input_transformers_cleanup.append(lambda ls: "
     "[\"print('{line}')\\n\" if 'check(' in l else l for l in ls])"),
    ("before each cell", "prints before each later cell",
     "get_ipython().events.register('pre_run_cell', lambda *a: print('{line}'))"),
    ("after each cell", "prints after each later cell",
     "get_ipython().events.register('post_run_cell', lambda *a: print('{line}'))"),
    ("run_cell patched", "replaces the kernel's own method that runs cells",
     "s = get_ipython()\nold = s.run_cell\ns.run_cell = lambda c, **k: old(\"print('{line}')\")"),
    ("import hook", "puts an object in front of every import",
     "import sys\nclass H:\n    def find_spec(s, *a): print('{line}')\nsys.meta_path.insert(0, H())"),
    ("trace", "watches every line that runs and changes names",
     "import sys\ndef t(f, e, a):\n    f.f_globals['{name}'] = 18.56\n    return t\nsys.settrace(t)"),
    ("json patched", "replaces json.dumps, with which reports are written",
     "import json\njson.dumps = lambda *a, **k: '[' * 100000"),
    ("grader's module patched", "replaces the function that runs the cells",
     "import sys\nfor n, m in list(sys.modules.items()):\n    if n.startswith('fairmark.running'):\n"
     "        for k in list(vars(m)):\n            if callable(vars(m)[k]): "
     "setattr(m, k, lambda *a, **k: {{'text': '{line}\\n'}})"),
    ("exit of a cell faked", "makes every run of a cell look successful",
     "import IPython.core.interactiveshell as i\n"
     "i.ExecutionResult.success = True\ni.ExecutionResult.raise_error = lambda s: None"),
    ("sentence replaced", "replaces what is remembered of each answer for the page",
     "import fairmark.grading.sentences as s, fairmark.answers.judging as v\n"
     "s.judge = v.judge = lambda *a: 1 / 0"),
    ("packing patched", "replaces the function that packs reports",
     "import fairmark.running.frames as f, fairmark.running.shell as s\n"
     "s.pack = f.pack = lambda m: b'{{}}' * 9"),
)  # fmt: skip

READING = _group(
    "Find the answers",
    ("try until it fits", "tries answers until the digest of the key fits",
     "import json, os, hashlib\nfrom pathlib import Path\n"
     "k = json.loads(Path(os.environ['ALIGNMENT_DATA'], 'keys', '04.json').read_text())\n"
     "e = k['questions']['{question}']\nfrom fairmark.checks.keys import find\n"
     "key = find('{question}')\no = (key.right.offsets or (0,))[0]\n{name} = ...\n"
     "for n in range(-500, 2000):\n    if key.fits(key.right, o + n * key.width):\n"
     "        {name} = o + n * key.width"),
    ("digest without salt", "tries answers against every digest of the key file",
     "import json, os\nt = open(os.environ['ALIGNMENT_DATA'] + '/keys/04.json').read()\n"
     "from fairmark.answers.known import salted\nfrom alignment.checks import canonical, Spec\n"
     "{name} = ...\nfor n in range(-2000, 5000):\n    v = n / 50\n"
     "    if json.dumps(salted('', canonical(v, Spec(.2, (0.,))))) in t: {name} = v"),
    ("search the disk", "looks for notebooks anywhere",
     "import os\nfor top, _, files in os.walk('/'):\n    for f in files:\n"
     "        if f.endswith('.ipynb') and '04' in f:\n"
     "            raise RuntimeError('found ' + f)\n{name} = 0"),
    ("beside the package", "looks for the sources beside the package",
     "import alignment, pathlib\np = pathlib.Path(alignment.__file__).parents[1]\n"
     "text = (p / 'exercises/source/04-economic.py').read_text()\nraise SystemError('found it')"),
    ("wheel keys", "looks for keys inside the package",
     "import alignment, pathlib\n"
     "print(list(pathlib.Path(alignment.__file__).parent.glob('_course/exercises/keys/*'))[0].read_text())"),
    ("memory of this process", "searches every object of the process for right lines",
     "import gc\nfound = [o for o in gc.get_objects() if isinstance(o, dict) and '{question}' in o "
     "and str(o['{question}']).startswith('{question} =')]\n{name} = 0\n"
     "if found: print(found)"),
    ("frames above", "walks up the stack for right lines",
     "import sys\nf = sys._getframe()\n{name} = 0\nwhile f:\n    for v in f.f_locals.values():\n"
     "        if isinstance(v, dict) and '{question}' in v: {name} = v['{question}']\n"
     "    f = f.f_back"),
    ("memory through /proc", "reads its own and others' memory", "open('/proc/{pid}/mem', 'rb').read(9)"),
    ("environment of the grader", "reads the grader's environment",
     "print(open('/proc/{pid}/environ').read())\nprint(open('/proc/1/environ').read())"),
    ("read another process", "calls process_vm_readv on the grader",
     "import ctypes\nb = ctypes.create_string_buffer(8)\n"
     "assert ctypes.CDLL(None).syscall(310, {pid}, b, 1, b, 1, 0) > 0"),
    ("debug the grader", "attaches a debugger to the grader",
     "import ctypes\nassert ctypes.CDLL(None).ptrace(16, {pid}, 0, 0) == 0"),
    ("read the canary", "reads a file of the grader", "print(open('{canary}').read())"),
    ("open descriptors", "uses descriptors it may have inherited",
     "import os\nfor fd in list(range(4, 300)):\n    try: os.lseek(fd, 0, 0); "
     "raise RuntimeError(os.read(fd, 9))\n    except OSError: pass"),
    ("parent's arguments", "looks for paths in the arguments and searches them",
     "import sys, os\n{name} = 0\nfor p in [*sys.argv, *sys.path, *os.environ.values()]:\n"
     "    for top, _, files in os.walk(os.path.dirname(os.path.dirname(p)) or p):\n"
     "        if 'reference' in top.split('/') and any('04-' in f for f in files): raise RuntimeError(top)"),
    ("log of the kernel", "reads the log of the machine",
     "import ctypes\nb = ctypes.create_string_buffer(9)\nassert ctypes.CDLL(None).klogctl(3, b, 9) > 0"),
    ("memory of the others", "waits for page faults of the grader with userfaultfd",
     "import ctypes\nassert ctypes.CDLL(None).syscall(323, 1) >= 0"),
    ("ring of calls", "makes calls through io_uring, past any filter of calls",
     "import ctypes\nb = ctypes.create_string_buffer(200)\n"
     "assert ctypes.CDLL(None).syscall(425, 1, b) >= 0"),
)  # fmt: skip

MESSAGES = _group(
    "Talk to the grader",
    ("forged report", "writes a report of the check cell itself",
     "import os, json, struct\ndef say(d):\n    b = json.dumps(d).encode()\n"
     "    os.write(3, struct.pack('!I', len(b)) + b)\n"
     "say({{'cell': '{stub}', 'text': '', 'error': '', 'shown': 0}})\n"
     "say({{'cell': '{check}', 'text': '{line}\\n', 'error': '', 'shown': 0}})"),
    ("noise", "writes bytes that are no message", "import os\nos.write(3, bytes(range(256)))"),
    ("endless message", "announces a message of four gigabytes",
     "import os\nos.write(3, b'\\xff\\xff\\xff\\xff')\nwhile True: os.write(3, b'x' * 65536)"),
    ("deep message", "sends JSON nested a hundred thousand deep",
     "import os, struct\nb = b'[' * 100000\nos.write(3, struct.pack('!I', len(b)) + b)"),
    ("wrong types", "sends numbers where texts belong",
     "import os, json, struct\nb = json.dumps({{'cell': '{stub}', 'text': 5, 'shown': 0}}).encode()\n"
     "os.write(3, struct.pack('!I', len(b)) + b)"),
    ("huge number", "sends a number of five thousand digits",
     "import os, struct\nb = b'{{\"cell\": ' + b'9' * 5000 + b'}}'\n"
     "os.write(3, struct.pack('!I', len(b)) + b)"),
    ("trickle", "sends a long message byte by byte, so that the grader never waits for one",
     "import os, struct, time\nos.write(3, struct.pack('!I', 200_000))\nwhile True:\n"
     "    try: os.write(3, b' '); time.sleep(.03)\n    except BaseException: pass"),
    ("trickle and hold memory", "sends byte by byte while children hold memory that they share",
     "import mmap, os, struct, time\nfor _ in range(3):\n    if not os.fork():\n"
     "        m = mmap.mmap(-1, 350_000_000); m.write(b'x' * 350_000_000); time.sleep(60)\n"
     "os.write(3, struct.pack('!I', 200_000))\nwhile True:\n"
     "    try: os.write(3, b' '); time.sleep(.03)\n    except BaseException: pass"),
    ("hang up", "closes the socket to the grader", "import os\nos.close(3)"),
    ("silence", "closes the socket and sleeps",
     "import os, time\nos.close(3)\ntime.sleep(60)"),
    ("takes the questions", "reads what the grader sends",
     "import os, socket\ns = socket.socket(fileno=os.dup(3)); s.settimeout(1)\nprint(s.recv(10))"),
    ("two of it", "becomes two processes that both go on and report", "import os\nos.fork()"),
    ("forged sentences", "reports every cell itself and then sends sentences of a megabyte",
     "import os, json, struct\ndef say(d):\n    b = json.dumps(d).encode()\n"
     "    os.write(3, struct.pack('!I', len(b)) + b)\n"
     "say({{'cell': '{stub}', 'text': '', 'error': '', 'shown': 0}})\n"
     "say({{'told': {{'{question}': 'x' * 1000000}}}})"),
)  # fmt: skip

ENDLESS = _group(
    "Never end",
    ("loop", "runs for ever", "while True: pass"),
    ("loop that catches all", "runs for ever and catches every exception",
     "while True:\n    try:\n        while True: pass\n    except BaseException: pass"),
    ("signals ignored", "ignores every signal and runs for ever",
     "import signal\nfor s in range(1, 64):\n    try: signal.signal(s, signal.SIG_IGN)\n"
     "    except (OSError, ValueError): pass\nwhile True: pass"),
    ("clock stopped", "stops the clock that would interrupt it",
     "import signal\nsignal.setitimer(signal.ITIMER_PROF, 0)\nwhile True: pass"),
    ("one long call", "computes a number of a hundred million digits", "x = 10 ** 10 ** 8\ny = x * x"),
    ("slow pattern", "a regular expression that never ends",
     "import re\nre.match(r'(a+)+$', 'a' * 40 + 'b')"),
    ("sleep", "sleeps for an hour", "import time\ntime.sleep(3600)"),
    ("input", "waits for somebody to type", "input()"),
    ("thread that stays", "leaves a thread that never ends",
     "import threading\ndef f():\n    while True: pass\nthreading.Thread(target=f).start()"),
    ("at exit", "runs for ever when Python ends",
     "import atexit\ndef f():\n    while True: pass\natexit.register(f)\nraise SystemExit"),
    ("text that never ends", "an exception whose text never ends",
     "class E(Exception):\n    def __str__(s):\n        while True: pass\nraise E"),
    ("endless answer", "an answer that counts for ever",
     "class L(list):\n    def __iter__(s):\n        while True: yield 1\n{name} = L([1])"),
    ("burning children", "child processes that run for ever",
     "import os\nfor _ in range(3):\n    if not os.fork():\n        while True: pass\nos.wait()"),
)  # fmt: skip

FLOODS = _group(
    "Floods and bombs",
    ("output flood", "prints for ever", "while True: print('x' * 10000)"),
    ("error flood", "writes errors for ever",
     "import sys\nwhile True: sys.stderr.write('x' * 10000)"),
    ("descriptor flood", "writes to descriptor 1 for ever",
     "import os\nwhile True: os.write(1, b'x' * 65536)"),
    ("display flood", "displays for ever", "while True: display('x')"),
    ("huge value", "shows a text of two hundred megabytes", "'x' * 200_000_000"),
    ("huge error", "raises with a text of fifty megabytes", "raise ValueError('x' * 50_000_000)"),
    ("memory", "a list that never stops growing", "x = [b'x' * 10_000_000]\nwhile True: x.append(bytes(x[0]))"),
    ("memory in one piece", "an array of a hundred gigabytes",
     "import numpy\nnumpy.ones(12_500_000_000)"),
    ("memory by children", "children that each hold memory",
     "import os, time\nfor _ in range(20):\n    if not os.fork():\n"
     "        x = bytearray(500_000_000); time.sleep(30)\ntime.sleep(30)"),
    ("memory mapped", "anonymous memory mapped and touched",
     "import mmap\nx = []\nwhile True:\n    m = mmap.mmap(-1, 50_000_000); m.write(b'x' * 50_000_000); x.append(m)"),
    ("memory in files", "files in memory, outside every process",
     "import os\nf = [os.memfd_create('x') for _ in range(40)]\nfor d in f: os.write(d, b'x' * 10_000_000)"),
    ("memory shared", "shared memory that outlives a process",
     "import ctypes\nassert ctypes.CDLL(None).shmget(0, 1 << 30, 0o1600) >= 0"),
    ("memory by a thread's children", "a thread forks children that each hold memory",
     "import os, threading, time\ndef f():\n    for _ in range(8):\n        if not os.fork():\n"
     "            x = bytearray(300_000_000); time.sleep(30)\n    time.sleep(30)\n"
     "t = threading.Thread(target=f); t.start(); t.join()"),
    ("memory in sockets", "sockets with buffers of a hundred megabytes",
     "import socket\nx = []\nwhile True:\n    a, b = socket.socketpair(); x += [a, b]\n"
     "    a.setsockopt(1, 7, 10**8); a.setblocking(False)\n    try:\n"
     "        while True: a.send(b'x' * 65536)\n    except BlockingIOError: pass"),
    ("memory in pipes", "pipes as large as they may be, all full",
     "import os, fcntl\nwhile True:\n    r, w = os.pipe(); fcntl.fcntl(w, 1031, 1 << 20)\n"
     "    os.set_blocking(w, False); os.write(w, b'x' * (1 << 20))"),
    ("folders", "folders until no name is left", "import os\nn = 0\nwhile True:\n    os.mkdir(f'd{{n}}'); n += 1"),
    ("tables locked", "locks the tables that other runs read",
     "import fcntl, os, glob\nkept = [open(p) for p in glob.glob(os.environ['ALIGNMENT_DATA'] + '/*')[:40] "
     "if os.path.isfile(p)]\nfor f in kept: fcntl.flock(f, fcntl.LOCK_EX)"),
    ("fork bomb", "children that have children", "import os\nwhile True: os.fork()"),
    ("thread bomb", "threads without end",
     "import threading, time\nwhile True: threading.Thread(target=time.sleep, args=(60,)).start()"),
    ("one huge file", "a file of a gigabyte",
     "f = open('big', 'wb')\nfor _ in range(1000): f.write(b'x' * 1_000_000)"),
    ("many files", "files until the disk is full",
     "for n in range(100000): open(f'f{{n}}', 'wb').write(b'x' * 1_000_000)"),
    ("many descriptors", "opens files until none can be opened",
     "x = []\nwhile True: x.append(open('/dev/null'))"),
    ("recursion", "calls itself for ever", "def f(): return f()\nf()"),
    ("recursion in C", "raises the limit and crashes the interpreter",
     "import sys\nsys.setrecursionlimit(10**8)\ndef f(): return f()\nf()"),
    ("deep code", "code nested so deep that the parser gives up", "x = " + "(" * 3000 + ")" * 3000),
    ("nested answer", "an answer that holds itself", "{name} = []\n{name}.append({name})"),
    ("huge answer", "an answer with ten million digits", "{name} = 10 ** 10 ** 7"),
    ("deep answer", "an answer nested a hundred thousand deep",
     "{name} = []\nfor _ in range(100000): {name} = [{name}]"),
    ("broad answer", "an answer of ten million numbers", "{name} = [18.56] * 10 ** 7"),
    ("answer that is not what it says", "an answer whose class, length and text all raise",
     "class A:\n    __class__ = property(lambda s: 1 / 0)\n    def __len__(s): raise SystemExit\n"
     "    __repr__ = __str__ = __iter__ = __float__ = __array__ = __len__\n{name} = A()"),
)  # fmt: skip

ENDING = _group(
    "End it all",
    ("exit", "ends Python", "import os\nos._exit(0)"),
    ("system exit", "asks Python to end", "raise SystemExit(0)"),
    ("kill itself", "kills its own process", "import os, signal\nos.kill(os.getpid(), signal.SIGKILL)"),
    ("kill everybody", "signals every process it may signal",
     "import os\nos.kill(-1, 9)"),
    ("kill the grader", "signals the grader", "import os\nos.kill({pid}, 9)"),
    ("crash", "reads from address zero", "import ctypes\nctypes.string_at(0)"),
    ("abort", "aborts the interpreter", "import os\nos.abort()"),
    ("exec", "becomes another program", "import os\nos.execv('/bin/sh', ['sh', '-c', 'sleep 60'])"),
)  # fmt: skip

OUTSIDE = _group(
    "Reach the outside",
    ("write outside", "writes over a file of the grader", "open('{canary}', 'w').write('hacked')"),
    ("delete everything", "deletes whatever can be deleted",
     "import subprocess\nsubprocess.run('rm -rf / --no-preserve-root', shell=True)\n"
     "import shutil\nshutil.rmtree('{folder}', ignore_errors=True)"),
    ("symlink", "writes through a link to a file of the grader",
     "import os\nos.symlink('{canary}', 'link')\nopen('link', 'w').write('hacked')"),
    ("escaping path", "climbs out of its folder",
     "open('../../../../../..{canary}', 'w').write('hacked')"),
    ("change the package", "rewrites the course's own code",
     "import alignment\nopen(alignment.__file__, 'a').write('x')"),
    ("change the tables", "rewrites the tables that later runs read",
     "import os\nopen(os.environ['ALIGNMENT_DATA'] + '/trade.csv', 'w').write('hacked')"),
    ("plant a module", "leaves a module for the next run",
     "import site\nopen(site.getsitepackages()[0] + '/sitecustomize.py', 'w').write('x')"),
    ("network", "connects to another machine",
     "import socket\nsocket.create_connection(('1.1.1.1', 53), 2)"),
    ("this machine's network", "connects to a service of this machine",
     "import socket\nsocket.create_connection(('127.0.0.1', {port}), 2)"),
    ("control socket", "talks to a container service",
     "import socket\ns = socket.socket(socket.AF_UNIX)\ns.connect('/var/run/docker.sock')"),
    ("host of the machine", "connects to the host of a virtual machine, past the network",
     "import socket\nsocket.socket(40, socket.SOCK_STREAM)\nraise SystemError('it exists')"),
    ("new namespaces", "makes namespaces of its own to get rights there",
     "import ctypes, os\nl = ctypes.CDLL(None, use_errno=True)\n"
     "assert l.unshare(0x10000000) == 0"),
    ("namespaces by clone", "makes a user namespace with clone",
     "import ctypes\nassert ctypes.CDLL(None).syscall(56, 0x10000000 | 17, 0, 0, 0, 0) >= 0"),
    ("mount", "mounts memory to have more room",
     "import ctypes\nassert ctypes.CDLL(None).mount(b'x', b'/work-folder', b'tmpfs', 0, b'') == 0"),
    ("become root", "changes its user",
     "import os\nos.setresuid(0, 0, 0)"),
    ("raise the limits", "raises its own limits",
     "import resource\nresource.setrlimit(resource.RLIMIT_NPROC, (10000, 10000))"),
    ("left behind", "leaves a process behind that outlives its run",
     "import os, time, ctypes\nif not os.fork():\n    os.setsid()\n    if not os.fork():\n"
     "        ctypes.CDLL(None).prctl(1, 0)\n        time.sleep(300)\n    os._exit(0)"),
    ("subprocess left behind", "leaves a shell command behind",
     "import subprocess\nsubprocess.Popen(['sleep', '300'], start_new_session=True)"),
    ("page attack", "puts a script into the page and a formula into the table",
     "raise ValueError('=cmd()<script>alert(1)</script>')"),
)  # fmt: skip

ATTACKS = [*PRINTING, *HOOKS, *READING, *MESSAGES, *ENDLESS, *FLOODS, *ENDING, *OUTSIDE]
