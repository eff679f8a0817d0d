import type { Lang } from '../domain/lang.js';

/** A document before it has a form: what it says, in order. Both renderers read only this. */
export type DocumentModel = ReportModel | BulletinModel | PlanModel | FilingModel;

interface Frame {
  lang: Lang;
  /** One entry a line. */
  title: string[];
  /** Stands on every page, so that a loose page can be put back. */
  runningHead: string;
  /** What a reader of any single page must know: `【演练 DRILL】`, or that a plan is not approved. On every page. */
  mark?: string;
  /** Who made it, for the properties of the file. */
  organisation: string;
  sections: Section[];
  /** Each begins on a new page. */
  annexes: Section[];
}

/** A paper of a few pages: it opens with its title and ends with signatures. */
export interface ReportModel extends Frame {
  kind: 'report';
  cover: { caption: string; facts: Fact[] };
  lead: string[];
  signatures: SignaturePage;
}

/** A paper of a page or two in a series that goes out at short intervals. */
export interface BulletinModel extends Frame {
  kind: 'bulletin';
  /** Which one of the series. */
  issue: string;
  form: { caption: string; facts: Fact[] };
  lead: string[];
  /** Who sends it, and when: one entry a line, at the right. */
  closing: string[];
  foot: { caption: string; facts: Fact[] };
}

/** A paper for somebody outside, and before it a page for whoever checks it, to be taken out. */
export interface FilingModel extends Frame {
  kind: 'filing';
  check: {
    mark: string;
    heading: string;
    notes: string[];
    tables: { caption: string; facts: Fact[] }[];
    contents: Table;
  };
  /** Empty in a letter. */
  form: { caption: string; facts: Fact[] };
  /** Whom a Chinese letter addresses, not indented. */
  salutation?: string;
  lead: string[];
  /** After the sections. */
  tail: string[];
  /** Who sends it, and when: one entry a line, at the right. */
  closing: string[];
}

/** A book: cover, approval page, contents and records, each on pages of their own; at the end pages to take out and hang up. */
export interface PlanModel extends Frame {
  kind: 'plan';
  /** At the foot of every page but the cover: which copy of which text this is. */
  foot: string;
  cover: CoverPage;
  approval: SignaturePage;
  contents: { heading: string };
  records: Section[];
  cards: Card[];
  /** For the wall. */
  sheet: Section;
}

export interface CoverPage {
  /** At the top: number, version, copy. */
  facts: Fact[];
  /** At the bottom. */
  lines: string[];
}

export interface Fact {
  label: string;
  value: string;
}

export interface Section {
  /** With its number, as literal text: readers drop automatic Chinese numbering (docling#4335). */
  heading: string;
  /** Name by which the table of contents finds it; sections without one are not in it. */
  anchor?: string;
  /** It begins on a new page. */
  ownPage?: true;
  blocks: Block[];
  sections: Section[];
}

export type Block =
  | { kind: 'paragraph'; text: string }
  /** Counted (1), (2), … as literal text, for the same reason as headings. */
  | { kind: 'list'; items: string[] }
  | { kind: 'table'; table: Table }
  | { kind: 'figure'; figure: Figure };

export interface Table {
  /** With its number. */
  caption: string;
  /** The heading above says the same; the caption is for those who hear the document. */
  captionUnseen?: true;
  columns: Column[];
  rows: string[][];
  /** Hexadecimal RGB behind the first cell of each row, where rows stand for levels that have a colour. */
  fills?: string[];
  /** Its rows are high enough to write in by hand. */
  handwritten?: true;
}

interface Column {
  heading: string;
  /** Parts of the table's width. */
  width: number;
}

export interface Figure {
  /** With its number. */
  caption: string;
  /** Complete, with `title` and `desc` for those who cannot see it. */
  svg: string;
  description: string;
  /** In the units of the drawing; only their proportion counts. */
  width: number;
  height: number;
}

/** On a page of its own. */
export interface SignaturePage {
  heading: string;
  note: string;
  table: Table;
  /** Who has signed it electronically. */
  signed?: Table;
  seal: string;
  organisation: string;
  date: string;
}

/** What one post does, on one page that is read standing: large type, short words. */
export interface Card {
  label: string;
  heading: string;
  facts: Fact[];
  stepsHeading: string;
  steps: string[];
  calls: Table;
  /** Which plan and version it belongs to, once it has been taken out. */
  origin: string;
}
