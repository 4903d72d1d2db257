import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { tell } from '../../../site/publisher/terminal.ts';

/**
 * Reads what was typed behind a command. `--help` shows its use and ends this process. Throws a
 * sentence for what the command does not know: a slip of the keyboard must not pass for the command
 * without it.
 */
export function readCommandLine<T extends ParseArgsOptionsConfig>(
  use: string,
  options: T,
  mostNames = 0,
) {
  const { values, positionals } = readOrExplain(use, () =>
    parseArgs({
      options: { ...options, help: { type: 'boolean', default: false } },
      allowPositionals: mostNames > 0,
    }),
  );
  if (process.argv.includes('--help')) {
    tell(`Use: ${use}`);
    process.exit();
  }
  if (positionals.length > mostNames) {
    throw new Error(`"${positionals[mostNames]}" is one name too many.\nUse: ${use}`);
  }
  refuseKeptByNpm(use, options);
  return { values, positionals };
}

function readOrExplain<R>(use: string, read: () => R): R {
  try {
    return read();
  } catch (cause) {
    // What follows the first sentence is advice for programs that take such names.
    const [sentence = ''] = (cause instanceof Error ? cause.message : String(cause)).split(
      /\. |\n/,
    );
    throw new Error(`${sentence}.\nUse: ${use}`, { cause });
  }
}

/** Without `--` before it npm keeps an option to itself: "npm run import file --check" would write. */
function refuseKeptByNpm(use: string, options: ParseArgsOptionsConfig): void {
  for (const name of Object.keys(options)) {
    const kept = process.env[`npm_config_${name.replaceAll('-', '_')}`];
    const isMeant = kept && !process.argv.some((word) => word.startsWith(`--${name}`));
    if (isMeant) throw new Error(`npm kept --${name} to itself: write -- before it.\nUse: ${use}`);
  }
}
