/** How large and how deep a document may be before it is refused. */
export interface JsonLimits {
  /** Levels of objects and arrays; the document itself is level 1. */
  readonly maxDepth: number;
  /** One element of `records`. */
  readonly maxRecordBytes: number;
  /** Everything outside of the `records` array, white space included. */
  readonly maxHeaderBytes: number;
  readonly maxDocumentBytes: number;
}

export const DEFAULT_LIMITS: JsonLimits = {
  maxDepth: 32,
  maxRecordBytes: 1024 ** 2,
  maxHeaderBytes: 64 * 1024,
  maxDocumentBytes: 4 * 1024 ** 3,
};

/** How the bytes are cut up while they are read. Verdicts and values never depend on it. */
export interface ReadTuning {
  /** The reused buffer; it grows only for a record that does not fit. */
  readonly windowBytes: number;
  /** About this much text is parsed and given out at once. */
  readonly groupBytes: number;
}

export const DEFAULT_TUNING: ReadTuning = { windowBytes: 1024 ** 2, groupBytes: 16 * 1024 };
