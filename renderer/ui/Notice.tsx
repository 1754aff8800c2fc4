import type { ReactNode } from 'react';

/** What became of something the person did, and whether it is bad news. */
export interface Told {
  readonly problem: boolean;
  readonly text: string;
}

interface NoticeProps {
  /** Bad news: read aloud at once, and marked as such. */
  readonly problem?: boolean;
  readonly children: ReactNode;
}

/** A sentence for the person where they are working; a screen reader says it by itself. */
export function Notice({ problem = false, children }: NoticeProps) {
  return (
    <p className={problem ? 'notice notice--problem' : 'notice'} role={problem ? 'alert' : 'status'}>
      {children}
    </p>
  );
}
