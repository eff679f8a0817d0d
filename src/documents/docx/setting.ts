import type { Lang } from '../../domain/lang.js';
import type { Figure } from '../model.js';
import type { Form } from './form.js';

/** What blocks are set with. */
export interface Setting {
  lang: Lang;
  form: Form;
  /** Figures as PNG, for programs that cannot draw SVG; one without is an empty frame there. */
  rasters: ReadonlyMap<Figure, Buffer>;
}
