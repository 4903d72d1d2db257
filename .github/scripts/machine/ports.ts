import { createServer } from 'node:net';

export interface PortUse {
  port: number;
  purpose: string;
  /** The variable that chooses another port. */
  variable: string;
}

/** Refuses ports that are taken, or named twice, before anything starts. */
export async function checkPorts(uses: readonly PortUse[]): Promise<void> {
  const problems: string[] = [];
  for (const [index, use] of uses.entries()) {
    const { port, purpose, variable } = use;
    const twin = uses.slice(0, index).find((other) => other.port === port);
    if (twin) {
      problems.push(`${variable} and ${twin.variable} both name port ${port}: change one.`);
    } else if (!(await isFree(port))) {
      problems.push(
        `Port ${port} for ${purpose} is in use by another program: end that, or choose another port with ${variable}.`,
      );
    }
  }
  if (problems.length > 0) throw new Error(problems.join('\n'));
}

/** As many free ports as asked for, none twice. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(Array.from({ length: count }, () => listen(0, '127.0.0.1')));
  return Promise.all(
    servers.map(async (server) => {
      const address = server.address();
      await new Promise((resolve) => server.close(resolve));
      if (typeof address !== 'object' || !address) throw new Error('No port could be found.');
      return address.port;
    }),
  );
}

/** "localhost" may mean either loopback address, so both must be free. */
async function isFree(port: number): Promise<boolean> {
  for (const host of ['127.0.0.1', '::1']) {
    const server = await listen(port, host).catch((error: unknown) => {
      const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      return isTaken ? ('taken' as const) : null;
    });
    if (server === 'taken') return false;
    if (server) await new Promise((resolve) => server.close(resolve));
  }
  return true;
}

function listen(port: number, host: string): Promise<ReturnType<typeof createServer>> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, host, () => {
      resolve(server);
    });
  });
}
