import type { Lang } from '../domain/lang.js';

/** A document before it has a form: what it says, in order. Both renderers read only this. */
export interface DocumentModel {
  lang: Lang;
  /** One entry a line. */
  title: string[];
  /** Stands on every page, so that a loose page can be put back. */
  runningHead: string;
  /** `【演练 DRILL】`, on every page of a drill's papers. */
  mark?: string;
  cover: { caption: string; facts: Fact[] };
  lead: string[];
  sections: Section[];
  signatures: SignaturePage;
  annexes: Section[];
}

export interface Fact {
  label: string;
  value: string;
}

export interface Section {
  /** With its number, as literal text: readers drop automatic Chinese numbering (docling#4335). */
  heading: string;
  blocks: Block[];
  sections: Section[];
}

export type Block = { kind: 'paragraph'; text: string } | { kind: 'table'; table: Table };

export interface Table {
  /** With its number. */
  caption: string;
  columns: Column[];
  rows: string[][];
}

interface Column {
  heading: string;
  /** Parts of the table's width. */
  width: number;
}

/** On a page of its own. */
export interface SignaturePage {
  heading: string;
  note: string;
  /** To be signed by hand. */
  table: Table;
  seal: string;
  organisation: string;
  date: string;
}
