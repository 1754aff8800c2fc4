import { useEffect, useLayoutEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly wide?: boolean;
  /** As wide as the window allows, for what shows a whole page. */
  readonly size?: 'page';
  /** A press beside it does not close it: what it says is not said again. */
  readonly isKept?: boolean;
  readonly children: ReactNode;
}

let origin: Element | null = null;

/** Where the focus was before the first of dialogs that follow one another: of one that leads to the next nothing is left to go back to. */
function originOfFocus(): Element | null {
  const focused = document.activeElement;
  if (!focused?.closest('.dialog-overlay')) origin = focused;
  return origin;
}

/**
 * Gives the focus back in the turn in which the dialog goes. The library waits for the next frame, which can be late on a slow machine: what is typed until then would reach
 * nobody.
 */
function useFocusReturned(): void {
  const [from] = useState(originOfFocus);
  useLayoutEffect(
    () => () =>
      queueMicrotask(() => {
        const isFree = document.activeElement === document.body && document.querySelector('.dialog-overlay') === null;
        if (isFree && from instanceof HTMLElement) from.focus({ preventScroll: true });
      }),
    [from],
  );
}

/**
 * Where what has the focus goes away, the dialog has it in the same turn. The library gives it to something in the next frame; a key until then, Escape too, would reach nobody.
 */
function useFocusKept(body: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (!body.current) return;
    const dialog = body.current;
    const keep = new MutationObserver(() => {
      if (document.activeElement === document.body) dialog.focus({ preventScroll: true });
    });
    keep.observe(dialog, { childList: true, subtree: true });
    return () => keep.disconnect();
  }, [body]);
}

/** A question that must be answered or left. Escape leaves it; the focus returns to where it was. */
export function Dialog({ title, onClose, wide = false, size, isKept = false, children }: DialogProps) {
  const body = useRef<HTMLElement>(null);
  useFocusReturned();
  useFocusKept(body);
  return (
    <ModalOverlay className="dialog-overlay" isOpen isDismissable={!isKept} onOpenChange={(open) => !open && onClose()}>
      <Modal className={size === undefined ? (wide ? 'dialog dialog--wide' : 'dialog') : `dialog dialog--${size}`}>
        <AriaDialog ref={body} className="dialog__body">
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
