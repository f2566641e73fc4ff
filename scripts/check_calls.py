#!/usr/bin/env python3
"""Refuses calls by which code under src/ would read the clock, the locale, the environment or the network, print, end
the program, throw dice, or start threads outside src/run.

Prints each as "file:line: what" with the reason below it. Exit status: 0 none, 1 some.

    scripts/check_calls.py [--root FOLDER]
"""

import argparse
import re
import sys
from dataclasses import dataclass
from pathlib import Path

sys.dont_write_bytecode = True
from cpp_text import code_only  # noqa: E402

SOURCES = {".h", ".cc"}


@dataclass(frozen=True)
class Rule:
    """What is refused, and why. Functions are refused where they are called bare, as `::f(`, or as `std::f(`."""

    what: str
    reason: str
    functions: str = ""   # names of functions, apart by blanks
    names: str = ""       # a pattern of names refused wherever they stand
    headers: str = ""     # a pattern of headers
    allowed_in: str = ""  # the room that may


RULES = (
    Rule("the clock", "Time enters once, as the as-of date that the caller gives.",
         functions="time clock gettimeofday clock_gettime timespec_get localtime localtime_r gmtime gmtime_r mktime timegm "
                   "strftime asctime ctime tzset",
         names=r"(?:system|steady|high_resolution|utc|tai|gps|file)_clock|clock\s*::\s*now|current_zone|get_tzdb|zoned_time",
         headers=r"sys/time\.h"),
    Rule("the locale", "Results must not depend on where the program runs; base/text.h compares texts without it.",
         functions="setlocale uselocale newlocale localeconv nl_langinfo isalpha isalnum isdigit isspace isupper islower ispunct "
                   "toupper tolower strtod strtof strtold atof stod stof stold strcoll strerror",
         names=r"std\s*::\s*locale|imbue", headers=r"locale|locale\.h|cctype|ctype\.h|cwctype|langinfo\.h|boost/locale.*"),
    Rule("the environment", "What matters to a result is an argument, so that it can be recorded and replayed.",
         functions="getenv secure_getenv setenv putenv unsetenv temp_directory_path", names=r"environ"),
    Rule("the network", "Nothing leaves the machine.",
         functions="socket socketpair connect getaddrinfo gethostbyname sendto recvfrom",
         headers=r"sys/socket\.h|sys/un\.h|netdb\.h|arpa/.*|netinet/.*|net/.*|curl/.*|openssl/ssl\.h|boost/asio.*|asio.*"),
    Rule("printing", "Only apps/ prints; return a value or an Error. (snprintf into a buffer is allowed.)",
         functions="printf fprintf vprintf vfprintf dprintf puts fputs putchar putc fputc perror psignal syslog",
         names=r"(?:std\s*::\s*)?\bw?(?:cout|cerr|clog)|stdout|stderr|fmt\s*::\s*print(?:ln)?|STDOUT_FILENO|STDERR_FILENO",
         headers=r"iostream|print|syslog\.h|fmt/ostream\.h|fmt/color\.h"),
    Rule("ending the program", "A failure is an Error that the caller gets; only the caller may end the program.",
         functions="exit _exit _Exit quick_exit abort terminate atexit at_quick_exit raise kill __builtin_trap"),
    Rule("chance", "The same input gives the same bytes; dice with a seed stand in synth/dice.h.",
         functions="rand srand random srandom drand48 rand_r getrandom getentropy arc4random",
         names=r"random_device|default_random_engine"),
    Rule("another program", "The engine starts nothing and depends on nothing that is installed.",
         functions="system popen fork vfork execv execve execvp execl execlp posix_spawn posix_spawnp"),
    Rule("threads", "Threads are born in src/run only; other rooms are pure, and say in their headers what may run at once.",
         functions="pthread_create",
         names=r"std\s*::\s*(?:thread|jthread|async)|std\s*::\s*execution\s*::\s*par(?:_unseq)?|this_thread",
         headers=r"thread|future|execution|pthread\.h|omp\.h", allowed_in="run"),
)

# A bare call, or one qualified by nothing or std: not x.time(), x->time(), ours::time().
CALL = r"(?<![\w.:])(?<!->)(?P<qualifier>(?:std\s*(?:::\s*filesystem\s*|::\s*this_thread\s*)?)?::\s*)?(?P<name>%s)\s*\("
INCLUDE = re.compile(r"^[ \t]*#[ \t]*include[ \t]*[<\"]([^>\"\n]+)[>\"]", re.MULTILINE)


def patterns_of(rule: Rule) -> list[re.Pattern]:
    patterns = []
    if rule.functions:
        patterns.append(re.compile(CALL % "|".join(rule.functions.split())))
    if rule.names:
        patterns.append(re.compile(rf"(?<![\w.])(?P<name>{rule.names})(?!\w)"))
    return patterns


PATTERNS = [(rule, patterns_of(rule)) for rule in RULES]


def findings_in(file: Path, room: str):
    """(line, name, rule) of each refused call, name and header."""
    raw = file.read_text(encoding="utf-8")
    code = code_only(raw)
    for rule, patterns in PATTERNS:
        if rule.allowed_in == room:
            continue
        for pattern in patterns:
            for match in pattern.finditer(code):
                yield code.count("\n", 0, match.start("name")) + 1, " ".join(match["name"].split()), rule
        if rule.headers:
            for match in INCLUDE.finditer(raw):
                # A line that is blank once comments are gone was a comment.
                in_code = code[match.start():match.end()].strip()
                if in_code and re.fullmatch(rule.headers, match[1]):
                    yield raw.count("\n", 0, match.start()) + 1, f"<{match[1]}>", rule


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parent.parent, help="the project's folder")
    src = parser.parse_args().root.resolve() / "src"
    if not src.is_dir():
        print("check_calls: there is no folder src", file=sys.stderr)
        return 1
    count = 0
    for file in sorted(p for p in src.rglob("*") if p.suffix in SOURCES and p.is_file()):
        inside = file.relative_to(src)
        for line, name, rule in sorted(findings_in(file, inside.parts[0]), key=lambda f: (f[0], f[1])):
            print(f"src/{inside.as_posix()}:{line}: '{name}' is refused here ({rule.what})\n    {rule.reason}")
            count += 1
    if count:
        print(f"check_calls: {count} refused")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
