/** Whether one is asked something that must be answered or left: nothing is done behind that, but for saving. */
export const isAsked = (at: EventTarget | null): boolean =>
  at instanceof Element && at.closest('[role="dialog"], [role="alertdialog"]') !== null;

/** Whether one writes there: in a field, or on a page. */
export const isFieldToWriteIn = (at: EventTarget | null): boolean => at instanceof Element && at.matches(':read-write');
