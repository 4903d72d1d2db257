/** What a command says to whoever runs it. */
export function tell(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** What a command complains about, on the stream for it. */
export function complain(problem: unknown): void {
  process.stderr.write(`${problem instanceof Error ? problem.message : String(problem)}\n`);
}
