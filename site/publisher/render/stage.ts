/** The next release while it is made: a copy of the last one by hard links, with what differs. */
import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { linkFolder, removeFolder } from '../folder-work.ts';

export class Stage {
  readonly dir: string;
  #base: string | null;
  readonly #touched = new Set<string>();
  readonly #ready: Promise<void>;

  /** Starts to prepare `dir` from the folder of a release, or empty. */
  constructor(dir: string, base: string | null) {
    this.dir = dir;
    this.#base = base;
    this.#ready = prepare(dir, base);
    // Whoever needs it hears of a failure by `ready`.
    this.#ready.catch(() => undefined);
  }

  ready(): Promise<void> {
    return this.#ready;
  }

  /** Files that may differ from those of the last release. */
  touched(): ReadonlySet<string> {
    return this.#touched;
  }

  /** Becomes a copy of a later release, which differs from the one before in these files. */
  follow(base: string, files: ReadonlySet<string>): void {
    this.#base = base;
    for (const file of files) this.restore(file);
    this.#touched.clear();
  }

  /** Puts a file in place of the one the last release has, which itself stays as it is. */
  write(file: string, content: Uint8Array | string): void {
    const target = this.#targetOf(file);
    // Where nothing was linked, no file of a release can be written over.
    if (this.#base === null) {
      writeFileSync(target, content);
      return;
    }
    const aside = `${target}.part`;
    writeFileSync(aside, content);
    renameSync(aside, target);
  }

  /** Puts a file of another folder in place, without copying its bytes. */
  link(source: string, file: string): void {
    const target = this.#targetOf(file);
    const aside = `${target}.part`;
    rmSync(aside, { force: true });
    linkSync(source, aside);
    renameSync(aside, target);
  }

  /** Gives `folder` the files of another one that it lacks, and takes away those it has no more. */
  linkMissing(source: string, folder: string): void {
    const wanted = new Set(namesIn(source));
    for (const name of namesIn(path.join(this.dir, folder))) {
      if (!wanted.has(name)) this.remove(path.join(folder, name));
    }
    this.addMissing(source, folder);
  }

  /** Gives `folder` the files of another one that it lacks. */
  addMissing(source: string, folder: string): void {
    const there = new Set(namesIn(path.join(this.dir, folder)));
    for (const name of namesIn(source)) {
      if (!there.has(name)) this.link(path.join(source, name), path.join(folder, name));
    }
  }

  /** Takes back what was written in place of a file of the last release. */
  restore(file: string): void {
    this.remove(file);
    if (this.#base === null) return;
    const earlier = path.join(this.#base, file);
    if (existsSync(earlier)) linkSync(earlier, this.#targetOf(file));
  }

  remove(file: string): void {
    this.#touched.add(file);
    rmSync(path.join(this.dir, file), { recursive: true, force: true });
  }

  #targetOf(file: string): string {
    this.#touched.add(file);
    const target = path.join(this.dir, file);
    mkdirSync(path.dirname(target), { recursive: true });
    return target;
  }

  async discard(): Promise<void> {
    await this.#ready.catch(() => undefined);
    await removeFolder(this.dir);
  }
}

const namesIn = (dir: string) => (existsSync(dir) ? readdirSync(dir) : []);

async function prepare(dir: string, base: string | null): Promise<void> {
  if (base === null) mkdirSync(dir, { recursive: true });
  else await linkFolder(base, dir);
}
