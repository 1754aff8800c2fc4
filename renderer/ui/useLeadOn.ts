import { useEffect, useRef } from 'react';

/**
 * Leads the focus on when a dialog is gone and what opened it is gone too: by the last `lead` that was given. With `null` the focus goes back by
 * itself. Led on right after the dialog has let go of the window: until then nothing outside of it takes the focus.
 */
export function useLeadOn(lead: (() => void) | null): void {
  const latest = useRef(lead);
  useEffect(() => {
    latest.current = lead;
  });
  useEffect(
    () => () => {
      if (latest.current) queueMicrotask(latest.current);
    },
    [],
  );
}
