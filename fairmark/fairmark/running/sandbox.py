"""Everything that touches Linux: shut a forked process into a small world of its own, for good.

No other file imports ctypes. The order of the steps matters; each says why it stands where it does.
"""

import ctypes
import errno
import os
import platform
import resource
import struct
import sys
from pathlib import Path

from fairmark.running.programs import Bounds, View

# Numbers from the kernel's headers (linux/sched.h, sys/mount.h, linux/prctl.h).
NEWNS, NEWUTS, NEWIPC, NEWUSER, NEWPID, NEWNET = (
    0x20000, 0x4000000, 0x8000000, 0x10000000, 0x20000000, 0x40000000,
)  # fmt: skip
APART = NEWUTS | NEWIPC | NEWPID | NEWNET
MS_RDONLY, MS_NOSUID, MS_NODEV, MS_BIND, MS_REC, MS_PRIVATE = 1, 2, 4, 4096, 16384, 1 << 18
DETACH, AT_RECURSIVE, MOUNT_SETATTR = 2, 0x8000, 442
PR_SET_DUMPABLE, PR_SET_SECCOMP, PR_CAPBSET_DROP, PR_SET_NO_NEW_PRIVS = 4, 22, 24, 38
FILTER, ALLOW = 2, 0x7FFF0000
CAPSET_VERSION = 0x20080522
# An unused range of user ids: every run gets its own, so that no two runs may signal or count
# against each other.
FIRST_USER = 1_000_000_000

SYSTEM = ("/usr", "/bin", "/lib", "/lib64", "/lib32", "/sbin", "/etc/ld.so.cache")
DEVICES = ("null", "zero", "random", "urandom")
WORK = "/work-folder"
DATA = "/course-data"
HOME = f"{WORK}/home"

# Calls that no exercise needs: new namespaces, memory outside every limit, other processes,
# and parts of the kernel with a history of holes. x86_64 and aarch64 number them differently.
DENIED = {
    "pivot_root": (155, 41), "mount": (165, 40), "umount2": (166, 39), "chroot": (161, 51),
    "unshare": (272, 97), "setns": (308, 268), "ptrace": (101, 117),
    "process_vm_readv": (310, 270), "process_vm_writev": (311, 271), "shmget": (29, 194),
    "semget": (64, 190), "msgget": (68, 186), "mq_open": (240, 180), "memfd_create": (319, 279),
    "memfd_secret": (447, 447), "bpf": (321, 280), "perf_event_open": (298, 241),
    "userfaultfd": (323, 282), "io_uring_setup": (425, 425), "keyctl": (250, 219),
    "add_key": (248, 217), "request_key": (249, 218), "open_by_handle_at": (304, 265),
    "kexec_load": (246, 104), "init_module": (175, 105), "finit_module": (313, 273),
    "fsopen": (430, 430), "move_mount": (429, 429), "open_tree": (428, 428),
    "fanotify_init": (300, 262), "pidfd_getfd": (438, 438), "swapon": (167, 224),
    "quotactl": (179, 60),
    "syslog": (103, 116),
}  # fmt: skip
MACHINES = ("x86_64", "aarch64")
AUDIT_ARCH = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
PIVOT_ROOT = {"x86_64": 155, "aarch64": 41}
CAPSET = {"x86_64": 126, "aarch64": 91}
CLONE, CLONE3 = {"x86_64": 56, "aarch64": 220}, 435
# A namespace holds these kinds of socket in; others, such as those to the host of a virtual
# machine, reach past it.
SOCKET, KEPT_IN = {"x86_64": 41, "aarch64": 198}, (1, 2, 10, 16)  # AF_UNIX, _INET, _INET6, _NETLINK
# Larger buffers of a socket count as nobody's memory.
SETSOCKOPT, BUFFERS = {"x86_64": 54, "aarch64": 208}, (7, 8, 32, 33)


def unavailable() -> str:
    """Say why this machine cannot isolate a run; an empty text if it can.

    It forks, so it belongs in a process without threads.
    """
    if sys.platform != "linux":
        return f"{platform.system()} has no namespaces"
    if platform.machine() not in MACHINES:
        return f"the processor {platform.machine()} is not known here"
    pid = os.fork()
    if not pid:
        os._exit(_rehearse())
    code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    return f"the kernel refuses it ({os.strerror(abs(code))})" if code else ""


def _rehearse() -> int:
    """Try all the steps in a process that does nothing else; return an error number or 0."""
    try:
        separate()
        child = os.fork()
        if not child:
            shut_in(View("/usr", ()), Bounds(), 0)
            os._exit(0)
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    except OSError as error:
        return error.errno or errno.EIO
    finally:
        if not os.getppid():  # the child: its error must not return into a copy of the caller
            os._exit(getattr(sys.exc_info()[1], "errno", None) or errno.EPERM)


def separate() -> None:
    """Leave the namespaces of this machine; the next child forked is process 1 of its own.

    An ordinary user gets the right to do so only inside a new user namespace.
    """
    user, group = os.geteuid(), os.getegid()
    _call("unshare", APART | (NEWUSER if user else 0))
    if user:
        Path("/proc/self/setgroups").write_text("deny", encoding="ascii")
        Path("/proc/self/uid_map").write_text(f"{FIRST_USER} {user} 1", encoding="ascii")
        Path("/proc/self/gid_map").write_text(f"{FIRST_USER} {group} 1", encoding="ascii")


def shut_in(view: View, bounds: Bounds, number: int) -> None:
    """Shut this process in; only what `view` shows is left, and no right is.

    Parameters
    ----------
    view : View
        What to show.
    bounds : Bounds
        The limits.
    number : int
        Gives the run a user of its own, where we are root.
    """
    held = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[5])
    _build_root(view, bounds)
    _drop_rights(FIRST_USER + number)
    # After the change of user: the limit on processes does not bind root.
    _limit(bounds, held * resource.getpagesize())
    _filter_calls()


def close_all_above(last: int) -> None:
    """Close every inherited descriptor above one.

    `closerange`, never a walk through /proc/self/fd: that walk races with its own descriptor.
    """
    os.closerange(last + 1, max(65_536, resource.getrlimit(resource.RLIMIT_NOFILE)[0]))


def processor_seconds(pid: int) -> float:
    """Return the processor time of a process and of the children it has waited for."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")


def memory_of(pid: int, base: int = 0) -> int:
    """Return the mebibytes a process and its descendants hold, each beyond what all began with."""
    total, waiting = 0, [pid]
    while waiting:
        each = Path(f"/proc/{waiting.pop()}")
        try:
            pages = int((each / "statm").read_text(encoding="ascii").split()[1])
            # A child belongs to the thread that forked it.
            texts = [p.read_text(encoding="ascii") for p in each.glob("task/*/children")]
        except OSError:
            continue
        total += max(0, (pages * resource.getpagesize() >> 20) - base)
        waiting += map(int, " ".join(texts).split())
    return total


def _build_root(view: View, bounds: Bounds) -> None:
    """Make a small tree in memory, bind into it what is shown, and make it the only root."""
    _call("unshare", NEWNS)
    _mount("none", "/", "", MS_REC | MS_PRIVATE)  # nothing done here may reach the outside
    new = Path("/proc")  # exists everywhere, and nothing that we show lies in it
    _mount("tmpfs", new, "tmpfs", MS_NOSUID | MS_NODEV, f"size={bounds.disk}m,nr_inodes=8k")
    for folder in dict.fromkeys((*SYSTEM, *view.shown)):
        _bind(Path(folder), new / folder.lstrip("/"))
    for device in DEVICES:
        _bind(Path("/dev", device), new / "dev" / device)
    _bind(Path(view.data), new / DATA.lstrip("/"))
    for folder in view.hidden:
        if (covered := new / folder.lstrip("/")).is_dir():
            _mount("tmpfs", covered, "tmpfs", MS_NOSUID | MS_NODEV, "size=4k")
    (new / WORK.lstrip("/")).mkdir()
    for folder in ("tmp", "dev/shm"):
        if not (new / folder).exists():
            (new / folder).symlink_to(f"{WORK}/{Path(folder).name}")
    # struct mount_attr: attributes to set, to clear, propagation, user namespace.
    request = struct.pack("QQQQ", MS_RDONLY | MS_NOSUID, 0, 0, 0)
    _syscall(MOUNT_SETATTR, -100, os.fsencode(new), AT_RECURSIVE, request, len(request))
    os.chdir(new)
    _syscall(PIVOT_ROOT[platform.machine()], b".", b".")
    _call("umount2", b".", DETACH)
    # The one place to write; all files together are bounded, which no process limit can do.
    options = f"size={bounds.disk}m,nr_inodes=2k,mode=1777"
    _mount("tmpfs", WORK, "tmpfs", MS_NOSUID | MS_NODEV, options)
    os.chdir(WORK)
    for folder in ("tmp", "shm", "home"):
        Path(folder).mkdir()
        Path(folder).chmod(0o1777)


def _bind(source: Path, target: Path) -> None:
    if target.is_symlink() or not source.exists():
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.is_symlink() and not source.readlink().is_absolute():
        target.symlink_to(source.readlink())
    elif source.is_dir():
        target.mkdir(parents=True, exist_ok=True)
        _mount(source, target, "", MS_BIND | MS_REC)
    else:
        target.touch()
        _mount(source, target, "", MS_BIND)


def _drop_rights(user: int) -> None:
    """Give up every right over this machine and every way to get one back."""
    _prctl(PR_SET_NO_NEW_PRIVS, 1)
    for capability in range(64):
        if _prctl(PR_CAPBSET_DROP, capability, check=False):
            break  # past the last one this kernel knows
    if os.getuid() == 0:
        os.setgroups([])
        os.setresgid(user, user, user)
        os.setresuid(user, user, user)
    header = struct.pack("Ii", CAPSET_VERSION, 0)
    _syscall(CAPSET[platform.machine()], header, bytes(24))
    _prctl(PR_SET_DUMPABLE, 0)


def _limit(bounds: Bounds, held: int) -> None:
    """Set the limits of each process; hard ones, so that nobody raises them again."""
    limits = {
        resource.RLIMIT_CPU: int(bounds.total_cpu),
        resource.RLIMIT_DATA: held + (bounds.memory << 20),
        resource.RLIMIT_FSIZE: bounds.file << 20,
        resource.RLIMIT_NOFILE: bounds.files,
        resource.RLIMIT_NPROC: bounds.processes,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_MEMLOCK: 0,
    }
    for which, value in limits.items():
        resource.setrlimit(which, (value, value))


def _filter_calls() -> None:
    """Let the kernel refuse the calls in `DENIED`, new namespaces, and foreign call tables."""
    machine = platform.machine()
    refuse = 0x50000 | errno.EPERM
    load, equal, at_least, any_bit, answer = 0x20, 0x15, 0x35, 0x45, 0x06
    steps = [(load, 0, 0, 4), (equal, 1, 0, AUDIT_ARCH[machine]), (answer, 0, 0, 0x80000000)]
    steps += [(load, 0, 0, 0), (at_least, 0, 1, 0x40000000), (answer, 0, 0, refuse)]
    for numbers in DENIED.values():
        steps += [(equal, 0, 1, numbers[MACHINES.index(machine)]), (answer, 0, 0, refuse)]
    for call, place, values, listed, other in (
        (SOCKET, 16, KEPT_IN, ALLOW, refuse), (SETSOCKOPT, 32, BUFFERS, refuse, ALLOW),
    ):  # fmt: skip
        tests = [(equal, len(values) - n, 0, value) for n, value in enumerate(values)]
        block = [(load, 0, 0, place), *tests, (answer, 0, 0, other), (answer, 0, 0, listed)]
        steps += [(equal, 0, len(block), call[machine]), *block]
    # The C library falls back to `clone`, whose flags can be read here.
    steps += [(equal, 0, 1, CLONE3), (answer, 0, 0, 0x50000 | errno.ENOSYS)]
    steps += [(equal, 0, 3, CLONE[machine]), (load, 0, 0, 16)]
    steps += [
        (any_bit, 0, 1, APART | NEWUSER | NEWNS),
        (answer, 0, 0, refuse),
        (answer, 0, 0, ALLOW),
    ]
    program = b"".join(struct.pack("HBBI", *step) for step in steps)
    held = ctypes.create_string_buffer(program)
    header = struct.pack("HP", len(steps), ctypes.addressof(held))
    _prctl(PR_SET_SECCOMP, FILTER, ctypes.c_char_p(header))


_libc = ctypes.CDLL(None, use_errno=True)


def _mount(source: object, target: object, kind: str, flags: int, options: str = "") -> None:
    texts = [os.fsencode(str(each)) for each in (source, target, kind)]
    _call("mount", *texts, ctypes.c_ulong(flags), os.fsencode(options))


def _call(name: str, *arguments: object) -> None:
    if getattr(_libc, name)(*arguments) == -1:
        code = ctypes.get_errno()
        raise OSError(code, f"{name}: {os.strerror(code)}")


def _syscall(number: int, *arguments: object) -> None:
    whole = [ctypes.c_long(a) if isinstance(a, int) else a for a in arguments]
    _call("syscall", ctypes.c_long(number), *whole)


def _prctl(what: int, value: object, pointer: object = None, check: bool = True) -> int:
    rest = [pointer if pointer is not None else ctypes.c_ulong(0), ctypes.c_ulong(0)]
    result = _libc.prctl(what, ctypes.c_ulong(value), *rest, ctypes.c_ulong(0))
    if result and check:
        code = ctypes.get_errno()
        raise OSError(code, f"prctl {what}: {os.strerror(code)}")
    return result
