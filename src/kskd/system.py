"""All that differs between operating systems: permissions, locks, names on disk, signals, processes, users.

No other module asks which system it runs on. Each docstring says what a system without the thing does; only
Linux was tried.
"""

import os
import signal
import stat
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

# -- files ------------------------------------------------------------------------------------------------


def new_file(path: Path, mode: int) -> BinaryIO:
    """A stream to a file that was not there, of ``mode`` less the umask; FileExistsError where it was.

    A system without permissions gives the file those of its folder.
    """
    made = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), mode)
    return os.fdopen(made, "wb")


def sync(stream: BinaryIO) -> None:
    """Have what was written to a stream on disk."""
    stream.flush()
    os.fsync(stream.fileno())


def sync_file(path: Path) -> None:
    """Have on disk what others wrote to a file, or the names in a folder, without which a renamed file may be
    lost in a power cut. A system that opens no folders keeps names without being asked.
    """
    if os.name != "posix" and path.is_dir():
        return
    descriptor = os.open(path, os.O_RDONLY if os.name == "posix" else os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def replace(source: Path, target: Path) -> None:
    """Give a file the name and place of another in one step; some systems refuse while the other is open."""
    source.replace(target)


def give_name(made: Path, path: Path, *, reserve: bool) -> None:
    """Give a finished file a name that no file has; FileExistsError where one has.

    File systems of USB sticks know no hard links, by which this is one step. With ``reserve`` an empty file
    takes the name there first, and stays after a kill just then; without, a file made meanwhile is replaced.
    """
    try:
        os.link(made, path)
    except FileExistsError:
        raise
    except OSError:
        if reserve:
            new_file(path, 0o600).close()
        replace(made, path)


def held(path: Path) -> BinaryIO:
    """A stream to a file, made where there is none, that only one process has; who comes second waits until
    the first has closed it or ended. A link is not followed. Where there are no such locks all are let in.
    """
    flags = os.O_CREAT | os.O_RDWR | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    while True:
        stream = os.fdopen(os.open(path, flags, 0o600), "r+b")
        with suppress(ImportError, OSError):
            import fcntl  # noqa: PLC0415 - not on every system

            fcntl.flock(stream.fileno(), fcntl.LOCK_EX)
        with suppress(FileNotFoundError):  # who held it has finished and taken it away
            if os.path.samestat(os.fstat(stream.fileno()), path.stat()):
                return stream
        stream.close()


def open_pipe(path: Path) -> BinaryIO:
    """A pipe open to be read by ``poured``, whether or not anybody writes to it yet."""
    return os.fdopen(os.open(path, os.O_RDONLY | os.O_NONBLOCK), "rb", buffering=0)


def poured(pipe: BinaryIO, size: int, *, patience: float) -> bytes:
    """The next bytes of a pipe, none at its end; TimeoutError where nobody begins to write in these seconds.

    Without patience who wrote has written all, once he is gone.
    """
    from select import select  # noqa: PLC0415 - start-up
    from time import monotonic, sleep  # noqa: PLC0415 - start-up

    until = monotonic() + patience
    while not (chunk := pipe.read(size)):
        if chunk is None:  # somebody will write, though not yet
            select([pipe], [], [])
            patience = 0
        elif not patience:
            return b""
        elif monotonic() > until:
            raise TimeoutError
        else:
            sleep(0.02)
    return chunk


def free_bytes(folder: Path) -> int:
    """How much room the disk of a folder has left."""
    import shutil  # noqa: PLC0415 - start-up

    return shutil.disk_usage(folder).free


def kind_of_disk(path: Path) -> str | None:
    """The kind of file system that a file lies on, as Linux calls it; None where the system does not tell."""
    try:
        lines = Path("/proc/mounts").read_text("utf-8", "replace").splitlines()
    except OSError:
        return None
    mounts = [(fields[1], fields[2]) for line in lines if len(fields := line.split()) > 2]
    within = [(where, kind) for where, kind in mounts if Path(where) == path or Path(where) in path.parents]
    return max(within, key=lambda mount: len(mount[0]))[1] if within else None


# -- permissions: a system without them gives and keeps whatever it has -----------------------------------


def mode_of(path: Path) -> int:
    """The permissions of a file or folder, as nine bits."""
    return stat.S_IMODE(path.stat().st_mode)


def set_mode(path: Path, mode: int) -> None:
    """Give a file or folder its permissions, as only its owner can."""
    path.chmod(mode)


def share(stream: BinaryIO, mode: int, group: int) -> None:
    """Give an open file its permissions and, where the system lets this user, its group (-1 for the same)."""
    if hasattr(os, "fchmod"):
        os.fchmod(stream.fileno(), mode)
        with suppress(OSError):
            os.fchown(stream.fileno(), -1, group)


def make_folder(folder: Path, mode: int) -> None:
    """A folder with these permissions whatever the umask, in its parent's group where that is handed down."""
    folder.mkdir(mode=0o700)
    folder.chmod(mode | (folder.stat().st_mode & stat.S_ISGID))


def may_write(folder: Path) -> bool:
    """Whether a file may be made in the folder."""
    return os.access(folder, os.W_OK)


def is_program(path: Path) -> bool:
    """Whether this user may run a file as a program."""
    return os.access(path, os.X_OK)


# -- locks and processes ----------------------------------------------------------------------------------


def hold(stream: BinaryIO, *, wait: bool) -> bool:
    """Lock a file until it is closed or the process ends; OSError where another has it and no ``wait``.

    SQLite's own locks are of another kind. A system without flock holds nothing and says False.
    """
    try:
        import fcntl  # noqa: PLC0415 - not on every system
    except ImportError:
        return False
    fcntl.flock(stream, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    return True


def holder(path: Path, places: Iterable[tuple[int, int]]) -> int | None:
    """The process with a lock on some of these bytes of a file (first, how many); None where none is named.

    Call it only while this process holds no lock on the file: closing any descriptor lets all of them go.
    """
    if sys.platform != "linux":  # the layout of ``struct flock`` differs elsewhere
        return None
    try:
        descriptor = os.open(path, os.O_RDONLY)
    except OSError:
        return None
    try:
        return next((pid for first, size in places if (pid := _locker(descriptor, first, size))), None)
    finally:
        os.close(descriptor)


def _locker(descriptor: int, first: int, size: int) -> int | None:
    """The process whose lock would stand in the way of writing these bytes."""
    import fcntl  # noqa: PLC0415 - not on every system
    import struct  # noqa: PLC0415 - start-up

    asked = struct.pack("@hhqqi4x", fcntl.F_WRLCK, os.SEEK_SET, first, size, 0)
    try:
        kind, _, _, _, pid = struct.unpack("@hhqqi4x", fcntl.fcntl(descriptor, fcntl.F_GETLK, asked))
    except OSError:
        return None
    return pid if kind != fcntl.F_UNLCK and pid > 0 else None


def words_of(pid: int) -> list[str]:
    """How a process was called, word by word; empty where the system does not tell."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().decode("utf-8", "replace").split("\0")
    except OSError:
        return []


def limit_self(*, memory: int, seconds: int) -> None:
    """Let the system end this process beyond so many bytes of memory or seconds of work, where it can."""
    try:
        import resource  # noqa: PLC0415 - not on every system
    except ImportError:
        return
    for kind, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_CORE, 0),
    ):
        with suppress(ValueError, OSError):  # a lower limit holds already
            resource.setrlimit(kind, (most, most))


def processors() -> int:
    """How many processors this process may use by being split; 1 where it cannot be or has threads."""
    if sys.platform != "linux" or len(os.listdir("/proc/self/task")) > 1:  # noqa: PTH208 - names only
        return 1
    return len(os.sched_getaffinity(0))


def split_off(help_out: Callable[[BinaryIO], None]) -> tuple[int, BinaryIO]:
    """A process of its own that does this and ends, by its number, and what it writes into the stream.

    Nothing of what the first process has begun is ended with it; it ends at its next word once nobody reads.
    """
    import atexit  # noqa: PLC0415 - start-up

    reading, writing = os.pipe()
    pid = os.fork()
    if pid:
        os.close(writing)
        return pid, os.fdopen(reading, "rb")
    try:
        os.close(reading)
        atexit._clear()
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process is asked to end, and ends this one
        for one in ENDING:
            signal.signal(one, signal.SIG_DFL)
        with os.fdopen(writing, "wb") as told:
            help_out(told)
        atexit._run_exitfuncs()
    finally:
        os._exit(0)


def user_name() -> str | None:
    """What the system calls the user of this process; None where it has no such list."""
    try:
        import pwd  # noqa: PLC0415 - not on every system
    except ImportError:
        return None
    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:
        return f"uid {os.getuid()}"


def drop_output() -> None:
    """Let all that is still written to stdout go nowhere, also what Python writes at the very end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


# -- signals: without a mask of signals none is ever held ---------------------------------------------------

# By their own action the system would end the process at once and leave temporary files behind.
ENDING = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))
_HELD = {signal.SIGINT, *ENDING}
_HAS_MASK = hasattr(signal, "pthread_sigmask")


def hold_signals() -> None:
    """Let no signal end the process before it has told what it did; the error door lets them in again."""
    if _HAS_MASK:
        signal.pthread_sigmask(signal.SIG_BLOCK, _HELD)


def let_signals_in() -> None:
    """Let those that were held back take effect, and all that come."""
    if _HAS_MASK:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _HELD)


def holds_signals() -> bool:
    """Whether signals are held back."""
    return _HAS_MASK and signal.SIGTERM in signal.pthread_sigmask(signal.SIG_BLOCK, set())


def drop_signals() -> None:
    """Let signals in again, those that were held back without effect."""
    before = {}
    with suppress(ValueError):  # Python lets only its main thread do this
        for one in _HELD:
            before[one] = signal.signal(one, signal.SIG_IGN)
    let_signals_in()
    for one, action in before.items():
        signal.signal(one, action)
