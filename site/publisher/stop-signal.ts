/**
 * Aborts when this process is asked to end: by a signal, or because the process that started it
 * with a channel is gone, so that nothing outlives a supervisor that was killed.
 */
export function stopSignal(): AbortSignal {
  const controller = new AbortController();
  const stop = () => {
    controller.abort();
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, stop);
  process.on('disconnect', stop);
  // Listening must not keep a process alive that has done its work.
  process.channel?.unref();
  return controller.signal;
}
