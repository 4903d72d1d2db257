/** What a browser keeps on a device, for tests. */
export class MemoryStore {
  readonly map = new Map<string, string>();
  isFull = false;
  get length() {
    return this.map.size;
  }
  key(index: number) {
    return [...this.map.keys()][index] ?? null;
  }
  getItem(name: string) {
    return this.map.get(name) ?? null;
  }
  setItem(name: string, value: string) {
    if (this.isFull) throw new Error('QuotaExceededError');
    this.map.set(name, value);
  }
  removeItem(name: string) {
    this.map.delete(name);
  }
}
