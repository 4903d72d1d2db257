/** What row 6 has an editor do: entries and actions chosen by chance, the same in every run. */
import type { Random } from '../generate/random.ts';
import type { Editor } from '../platform/editor.ts';
import { citiesByPractices, spreadPractices } from './content.ts';
import { plainPicture } from './plain-picture.ts';

const languages = ['el', 'ro', 'it', 'sr-Latn'];
/** So many practices are worked on: few enough that one is met again. */
const practicesUsed = 40;
const citiesUsed = 12;

export class RandomEditing {
  readonly #editor: Editor;
  readonly #random: Random;
  /** By their document ids: what is published, and what was taken off the site. */
  readonly #practices: string[];
  readonly #cities: string[];
  readonly #hiddenPractices: string[] = [];
  readonly #hiddenCities: string[] = [];
  readonly #actions: readonly ((mark: string) => Promise<string>)[];

  constructor(editor: Editor, random: Random, snapshotFile: string) {
    this.#editor = editor;
    this.#random = random;
    this.#practices = spreadPractices(snapshotFile, practicesUsed).map(({ id }) => id);
    this.#cities = citiesByPractices(snapshotFile)
      .map(({ id }) => id)
      .slice(0, citiesUsed);
    const often = [
      (mark: string) => this.#rewrite(mark),
      (mark: string) => this.rename(mark),
      () => this.#move(),
      () => this.#hidePractice(),
      (mark: string) => this.#bringBack(mark),
    ];
    this.#actions = [
      ...often,
      ...often,
      (mark) => this.#renameCity(mark),
      (mark) => this.#translate(mark),
      (mark) => this.#picture(mark),
      (mark) => this.#hideCity(mark),
      (mark) => this.#delete(mark),
    ];
  }

  /** Does something; answers what it was. The mark is a word that nothing else has. */
  step(mark: string): Promise<string> {
    return this.#random.pick(this.#actions)(mark);
  }

  /** An edit of a practice that is on the site. */
  async #rewrite(mark: string): Promise<string> {
    return this.#edit({ oneLine: `What ${mark} stands for.`, summary: `Of ${mark}.` }, 'rewritten');
  }

  /** Gives a practice another title and address. */
  async rename(mark: string): Promise<string> {
    return this.#edit({ title: `Practice ${mark}`, slug: `practice-${mark}` }, 'renamed');
  }

  async #move(): Promise<string> {
    const cities = this.#random.several(this.#cities, 1, 2);
    const set = cities.map((documentId) => ({ documentId, locale: 'en' }));
    return this.#edit({ cities: { set } }, 'in another city');
  }

  async #edit(data: Record<string, unknown>, what: string): Promise<string> {
    const id = this.#random.pick(this.#practices);
    await this.#editor.save('practice', id, data);
    await this.#editor.publish('practice', id);
    return `a practice is ${what}`;
  }

  async #hidePractice(): Promise<string> {
    const id = this.#takeOne(this.#practices);
    await this.#editor.unpublish('practice', id);
    this.#hiddenPractices.push(id);
    return 'a practice is unpublished';
  }

  async #bringBack(mark: string): Promise<string> {
    const [practice, city] = [this.#hiddenPractices.shift(), this.#hiddenCities.shift()];
    if (practice !== undefined) {
      await this.#editor.publish('practice', practice);
      this.#practices.push(practice);
    }
    if (city !== undefined) {
      // Its translations stay away until somebody publishes them.
      await this.#editor.publish('city', city);
      this.#cities.push(city);
    }
    return (practice ?? city) ? 'what was unpublished is back' : this.#rewrite(mark);
  }

  async #renameCity(mark: string): Promise<string> {
    const id = this.#random.pickUneven(this.#cities);
    await this.#editor.save('city', id, { name: `Town ${mark}` });
    await this.#editor.publish('city', id);
    return 'a city is renamed';
  }

  async #translate(mark: string): Promise<string> {
    const id = this.#random.pickUneven(this.#cities);
    const language = this.#random.pick(languages);
    await this.#editor.save('city', id, { name: `Πόλη ${mark}`, summary: mark }, language);
    await this.#editor.publish('city', id, language);
    return `a city is translated into ${language}`;
  }

  async #picture(mark: string): Promise<string> {
    const id = this.#random.pickUneven(this.#cities);
    const channel = () => this.#random.whole(0, 255);
    const bytes = plainPicture([channel(), channel(), channel()]);
    const image = await this.#editor.upload(`${mark}.png`, bytes);
    await this.#editor.save('city', id, {
      image,
      imageAlt: `A view of ${mark}`,
      imageCredit: 'Nobody',
    });
    await this.#editor.publish('city', id);
    return 'a city has another picture';
  }

  async #hideCity(mark: string): Promise<string> {
    // Some stay, so that there is always one to rename.
    if (this.#cities.length <= citiesUsed / 2) return this.#renameCity(mark);
    const id = this.#takeOne(this.#cities);
    await this.#editor.unpublish('city', id);
    this.#hiddenCities.push(id);
    return 'a city is unpublished';
  }

  async #delete(mark: string): Promise<string> {
    if (this.#practices.length <= practicesUsed / 2) return this.#rewrite(mark);
    await this.#editor.delete('practice', this.#takeOne(this.#practices));
    return 'a practice is deleted';
  }

  #takeOne(list: string[]): string {
    const chosen = this.#random.pick(list);
    list.splice(list.indexOf(chosen), 1);
    return chosen;
  }
}
