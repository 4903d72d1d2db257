/** Something that can go wrong and that one person is to hear of, once. */
export interface Condition {
  /** By which it is known from one look to the next, over restarts too. */
  name: string;
  /** What is wrong now, in a sentence; null when nothing is. */
  fault: string | null;
  /** Since when it is wrong, when that is known better than by looking. */
  since?: Date;
  /** How long it may be wrong before anybody is told. */
  patienceMs: number;
  /** How long it has to be right before it counts as over. */
  calmMs: number;
  /** Others that explain it: while one of them is wrong, this one is not looked at. */
  explainedBy?: readonly string[];
  /** In a few words: that it is wrong, and that it is right again. */
  title: { alarm: string; recovery: string };
  /** What it means for readers and what to do. */
  advice: string;
}

export interface Message {
  subject: string;
  text: string;
}
