export interface Script {
  category: string;
  /** The highest response level that it reaches. */
  level: string;
  /** How long it runs, in minutes of the plan's time. */
  minutes: number;
  /** From its end to its closure. */
  aftermath: {
    analysis: { root: readonly { text: string }[] };
    /** By department: who answers, and what to which question. */
    lessons: Readonly<Record<string, readonly [string, Readonly<Record<string, string>>]>>;
    improvements: readonly { finding: string; action: string }[];
  };
  afterwards: { steps: readonly unknown[]; minutes: number };
}

export const SCRIPTS: readonly Script[];
