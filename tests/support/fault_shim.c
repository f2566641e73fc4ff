// A library to preload before the program under test: it counts the calls by which files are opened, written and put in
// their place, and does something at one of them. The program is built as people get it; nothing in it knows of this.
//
//   FAULT_LOG=file        append "number call path" for each call
//   FAULT_AT=number       which call, from 1
//   FAULT_DO=fail ERRNO   the call fails with that error (a close closes all the same, as on Linux)
//            short        a write writes half
//            kill         the process is killed instead; at a write, half of it is written before
//            touch FILE, append FILE, truncate FILE, remove FILE    that file changes before the call
//   FAULT_KILL_AFTER_US=number    the process is killed so many microseconds after its start
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

enum verdict { GO_ON, FAIL, SHORT, KILL };

static int log_file = -1;
static long fault_at;
static const char *action = "";
static long calls;  // of one thread or, among several, near enough

static void kill_after(long microseconds) {
  struct sigevent event;
  memset(&event, 0, sizeof event);
  event.sigev_notify = SIGEV_SIGNAL;
  event.sigev_signo = SIGKILL;
  timer_t timer;
  const struct itimerspec when = {{0, 0}, {microseconds / 1000000, microseconds % 1000000 * 1000}};
  if (timer_create(CLOCK_MONOTONIC, &event, &timer) != 0 || timer_settime(timer, 0, &when, NULL) != 0) abort();
}

__attribute__((constructor)) static void begin(void) {
  const char *text = getenv("FAULT_LOG");
  if (text) log_file = (int)syscall(SYS_openat, AT_FDCWD, text, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if ((text = getenv("FAULT_AT"))) fault_at = atol(text);
  if ((text = getenv("FAULT_DO"))) action = text;
  if ((text = getenv("FAULT_KILL_AFTER_US"))) kill_after(atol(text));
  calls = 0;  // the allocator has looked at the system before
}

static const char *path_of(int file, char *space, size_t size) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  const ssize_t length = readlink(link, space, size - 1);
  space[length > 0 ? length : 0] = '\0';
  return space;
}

static const char *operand(const char *word) {
  const size_t length = strlen(word);
  return strncmp(action, word, length) == 0 && action[length] == ' ' ? action + length + 1 : NULL;
}

static void change_an_input(void) {
  const char *file;
  if ((file = operand("touch"))) {
    const struct timespec times[2] = {{1, 0}, {1, 0}};
    if (utimensat(AT_FDCWD, file, times, 0) != 0) abort();
  } else if ((file = operand("append"))) {
    const int open_one = (int)syscall(SYS_openat, AT_FDCWD, file, O_WRONLY | O_APPEND, 0);
    if (syscall(SYS_write, open_one, "\n", 1) != 1) abort();
    syscall(SYS_close, open_one);
  } else if ((file = operand("truncate"))) {
    if (truncate(file, 0) != 0) abort();
  } else if ((file = operand("remove"))) {
    if (syscall(SYS_unlinkat, AT_FDCWD, file, 0) != 0) abort();
  }
}

// What is to become of this call.
static enum verdict next_call(const char *name, const char *path) {
  const long number = __atomic_add_fetch(&calls, 1, __ATOMIC_SEQ_CST);
  if (log_file >= 0) {
    char line[4200];
    const int length = snprintf(line, sizeof line, "%ld %s %.4000s\n", number, name, path);
    if (syscall(SYS_write, log_file, line, (size_t)length) < 0) abort();
  }
  if (number != fault_at) return GO_ON;
  if (strcmp(action, "kill") == 0) return KILL;
  if (strcmp(action, "short") == 0) return SHORT;
  if (operand("fail")) return FAIL;
  change_an_input();
  return GO_ON;
}

static int fail(void) {
  errno = atoi(operand("fail"));
  return -1;
}

// Whether to make the call: not where it fails, and never after the process was killed.
static int may_go_on(const char *name, const char *path) {
  const enum verdict verdict = next_call(name, path);
  if (verdict == KILL) kill(getpid(), SIGKILL);
  return verdict != FAIL;
}

static int may_go_on_with_file(const char *name, int file) {
  char space[4096];
  return may_go_on(name, path_of(file, space, sizeof space));
}

static mode_t mode_of(int flags, va_list rest) { return flags & (O_CREAT | __O_TMPFILE) ? va_arg(rest, mode_t) : 0; }

int open(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  const mode_t mode = mode_of(flags, rest);
  va_end(rest);
  return may_go_on("open", path) ? (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode) : fail();
}

int openat(int folder, const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  const mode_t mode = mode_of(flags, rest);
  va_end(rest);
  return may_go_on("openat", path) ? (int)syscall(SYS_openat, folder, path, flags, mode) : fail();
}

int mkdir(const char *path, mode_t mode) {
  return may_go_on("mkdir", path) ? (int)syscall(SYS_mkdir, path, mode) : fail();
}

int flock(int file, int operation) {
  return may_go_on_with_file("flock", file) ? (int)syscall(SYS_flock, file, operation) : fail();
}

ssize_t write(int file, const void *bytes, size_t count) {
  char space[4096];
  const enum verdict verdict = next_call("write", path_of(file, space, sizeof space));
  if (verdict == FAIL) return fail();
  const ssize_t written = syscall(SYS_write, file, bytes, verdict == GO_ON || count < 2 ? count : count / 2);
  if (verdict == KILL) kill(getpid(), SIGKILL);
  return written;
}

int fsync(int file) { return may_go_on_with_file("fsync", file) ? (int)syscall(SYS_fsync, file) : fail(); }

int close(int file) {
  const int goes_on = may_go_on_with_file("close", file);
  const int answer = (int)syscall(SYS_close, file);
  return goes_on ? answer : fail();
}

int rename(const char *from, const char *to) {
  return may_go_on("rename", to) ? (int)syscall(SYS_rename, from, to) : fail();
}

int unlinkat(int folder, const char *path, int flags) {
  return may_go_on("unlinkat", path) ? (int)syscall(SYS_unlinkat, folder, path, flags) : fail();
}

int rmdir(const char *path) { return may_go_on("rmdir", path) ? (int)syscall(SYS_rmdir, path) : fail(); }
