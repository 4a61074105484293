/** How consoles name things in their pages, as data (`lib/consoles`): what the reading of a row goes by. */
export interface RowHints {
  /**
   * Attributes whose value names the field that an element shows: `data-path`; or with the name inside the value:
   * `id=events_quick_action_*_{field}`, where `*` is any text.
   */
  readonly fields: readonly string[];
  /** Attributes that hold the event's time, better than the text does: `data-time-iso`. */
  readonly times: readonly string[];
  /** Field names that mean the source or the destination of a connection in this console alone. */
  readonly sources: readonly string[];
  readonly destinations: readonly string[];
}
