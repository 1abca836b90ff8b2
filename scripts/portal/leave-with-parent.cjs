// Loaded first into every process that `npm start` starts: when the program
// that started it is gone, however it went, its end of this pipe is closed.
const { isMainThread } = require('node:worker_threads');

// Worker threads load this too, and their standard input is always at its end.
if (isMainThread) {
  process.stdin.on('error', () => process.kill(process.pid, 'SIGTERM'));
  process.stdin.on('end', () => process.kill(process.pid, 'SIGTERM'));
  process.stdin.resume();
  process.stdin.unref();
}
