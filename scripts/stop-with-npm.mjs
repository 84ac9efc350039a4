const stopSignals = ['SIGINT', 'SIGTERM'];
const lookEveryMilliseconds = 200;

/**
 * Stops this process when the npm that started it is stopped. npm passes a SIGTERM to the shell between us and it, and the shell ends
 * without passing it on, which would leave an orphaned server behind.
 */
export function stopWithNpm() {
  if (!process.env.npm_lifecycle_event) return;
  const shell = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, lookEveryMilliseconds);
  timer.unref();
  // Ctrl-C reaches both the shell and us: one signal is enough, a second one may mean "at once" to the server.
  for (const signal of stopSignals) process.on(signal, () => heed(signal, timer));
}

function heed(signal, timer) {
  clearInterval(timer);
  if (process.listenerCount(signal) > 1) return;
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
}
