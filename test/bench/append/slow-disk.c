// A disk whose flush takes a millisecond longer: for machines whose own answers at once.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <time.h>

int fdatasync(int file) {
  struct timespec left = {0, 1000000};
  int (*flush)(int) = (int (*)(int))dlsym(RTLD_NEXT, "fdatasync");
  // A signal to the server's process must not cut it short.
  while (nanosleep(&left, &left) != 0) {}
  return flush(file);
}
