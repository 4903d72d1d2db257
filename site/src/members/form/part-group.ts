/** Things of one kind, one under the other: steps, figures. Added, moved and removed by buttons. */
import { piece } from '../pieces.ts';
import { fieldsOf, listOf } from '../unknown.ts';
import { say } from '../words.ts';
import { readFields, writeFields } from './field-values.ts';

class PartGroup extends HTMLElement {
  connectedCallback(): void {
    this.dataset.keeps = '';
    this.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest('button') : null;
      if (button?.closest('part-group') === this) this.#pressed(button);
    });
    this.#number();
  }

  get value(): unknown {
    const rows = this.#rows.map(readFields);
    return rows.length === 0 ? null : rows;
  }

  set value(value: unknown) {
    const rows = listOf(value);
    while (this.#rows.length > rows.length) this.#rows.at(-1)?.remove();
    while (this.#rows.length < rows.length) this.#holder.append(this.#newRow());
    this.#number();
    for (const [index, row] of this.#rows.entries()) writeFields(row, fieldsOf(rows[index]));
  }

  get #holder(): HTMLElement {
    return piece(this, ':scope > [data-rows]', HTMLElement);
  }

  get #rows(): HTMLElement[] {
    return [...this.#holder.querySelectorAll<HTMLElement>(':scope > [data-row]')];
  }

  #pressed(button: HTMLElement): void {
    const row = button.closest<HTMLElement>('[data-row]');
    const { add, up, down, remove } = button.dataset;
    if (add !== undefined) this.#add();
    else if (row && up !== undefined) row.previousElementSibling?.before(row);
    else if (row && down !== undefined) row.nextElementSibling?.after(row);
    else if (row && remove !== undefined) this.#remove(row);
    else return;
    this.#number();
    if (up !== undefined || down !== undefined) {
      // A button that became useless keeps nobody: the focus stays with what was moved.
      (button.matches(':disabled') ? row?.querySelector('legend') : button)?.focus();
    }
    this.dispatchEvent(new Event('input', { bubbles: true }));
  }

  #add(): void {
    const row = this.#newRow();
    this.#holder.append(row);
    this.#number();
    row.querySelector<HTMLElement>('input, textarea, select')?.focus();
  }

  #remove(row: HTMLElement): void {
    const next = row.nextElementSibling ?? row.previousElementSibling;
    row.remove();
    const after = next?.querySelector('legend') ?? this.querySelector<HTMLElement>('[data-add]');
    after?.focus();
  }

  #newRow(): HTMLElement {
    const template = piece(this, ':scope > template', HTMLTemplateElement);
    const copy = document.importNode(template.content, true);
    return piece(copy, '[data-row]', HTMLElement);
  }

  /** Gives every row its number: in its words, and in the ids that faults and labels go by. */
  #number(): void {
    const rows = this.#rows;
    // Radio buttons lose their mark while two rows bear one name: what was chosen is put back.
    const values = rows.map(readFields);
    for (const [index, row] of rows.entries()) {
      const name = say('say.part', { name: this.dataset.one ?? '', number: index + 1 });
      piece(row, 'legend', HTMLElement).textContent = name;
      for (const which of row.querySelectorAll('[data-which]')) which.textContent = ` ${name}`;
      piece(row, '[data-up]', HTMLButtonElement).disabled = index === 0;
      piece(row, '[data-down]', HTMLButtonElement).disabled = index === rows.length - 1;
      renameIds(row, `${this.id}-`, String(index));
    }
    for (const [index, row] of rows.entries()) writeFields(row, values[index] ?? {});
    piece(this, '[data-add]', HTMLButtonElement).disabled =
      rows.length >= Number(this.dataset.max ?? 1);
  }
}

const attributes = ['id', 'for', 'name', 'aria-describedby', 'aria-controls'];

/** `f-processSteps-NN-title` → `f-processSteps-2-title`, wherever it is spoken of in the row. */
function renameIds(row: HTMLElement, prefix: string, number: string): void {
  for (const element of row.querySelectorAll('[id], [for], [aria-describedby]')) {
    for (const attribute of attributes) {
      const text = element.getAttribute(attribute);
      if (text === null) continue;
      const renamed = text
        .split(' ')
        .map((id) =>
          id.startsWith(prefix) ? prefix + id.slice(prefix.length).replace(/^[^-]+/, number) : id,
        )
        .join(' ');
      element.setAttribute(attribute, renamed);
    }
  }
}

customElements.define('part-group', PartGroup);
