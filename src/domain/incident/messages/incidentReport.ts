/** Whoever judges a version names it. */
export type IncidentReportDecision =
  /** By section of the plan; an empty text takes the words back. */
  | { type: 'incidentReport'; action: 'edit'; sections: Record<string, string> }
  | { type: 'incidentReport'; action: 'submit' }
  | { type: 'incidentReport'; action: 'return'; version: number; remarks: string }
  | { type: 'incidentReport'; action: 'review'; version: number }
  | { type: 'incidentReport'; action: 'approve'; version: number }
  | { type: 'incidentReport'; action: 'revise'; reason: string };
