import { Document, Packer } from 'docx';
import type { ISectionOptions, PageNumberEstimator } from 'docx';
import type { DocumentModel, Figure } from '../model.js';
import { bulletinSections } from './bulletin.js';
import { filingSections } from './filing.js';
import { FORMS } from './form.js';
import { planSections } from './plan.js';
import { reportSections } from './report.js';
import type { Setting } from './setting.js';
import { stylesFor } from './styles.js';

export interface DocxExtras {
  rasters?: ReadonlyMap<Figure, Buffer>;
  /** Numbers of the pages on which the entries of the contents begin, in their order. Without: left to the reader's program. */
  pageNumbers?: readonly string[];
  /** Appends a page with the number of the page of each entry, for whoever lays the document out to fill in. */
  probe?: boolean;
}

export async function renderDocx(model: DocumentModel, extras: DocxExtras = {}): Promise<Buffer> {
  const form = FORMS[model.lang];
  const setting: Setting = { lang: model.lang, form, rasters: extras.rasters ?? new Map() };
  const { pageNumbers } = extras;
  const document = new Document({
    title: `${model.mark ?? ''}${model.title.join(' ')}`,
    subject: model.runningHead,
    creator: model.organisation,
    styles: stylesFor(form, model.lang),
    evenAndOddHeaderAndFooters: true,
    ...(pageNumbers === undefined ? {} : { pageNumbers: inOrder(pageNumbers) }),
    sections: sectionsOf(model, setting, extras.probe === true),
  });
  return Packer.toBuffer(document);
}

function sectionsOf(model: DocumentModel, setting: Setting, probe: boolean): ISectionOptions[] {
  switch (model.kind) {
    case 'plan':
      return planSections(model, setting, probe);
    case 'report':
      return reportSections(model, setting);
    case 'bulletin':
      return bulletinSections(model, setting);
    case 'filing':
      return filingSections(model, setting);
  }
}

/** The library names its bookmarks itself; it writes the contents before the headings, in the same order. */
function inOrder(pages: readonly string[]): PageNumberEstimator {
  return (body) => {
    const names = new Set(JSON.stringify(body).match(/_Toc\d+/g));
    return { bookmarks: new Map([...names].flatMap((name, i) => (pages[i] === undefined ? [] : [[name, pages[i]]]))) };
  };
}
