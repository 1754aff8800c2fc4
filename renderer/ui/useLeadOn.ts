import { useEffect, useRef } from 'react';

/** Leads the focus on when a dialog is gone and what opened it is gone too: by the last `lead` that was given. With `null` the focus goes back by itself. */
export function useLeadOn(lead: (() => void) | null): void {
  const latest = useRef(lead);
  useEffect(() => {
    latest.current = lead;
  });
  useEffect(() => () => latest.current?.(), []);
}
