import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly wide?: boolean;
  /** As wide as the window allows, for what shows a whole page. */
  readonly size?: 'page';
  readonly children: ReactNode;
}

/** A question that must be answered or left. Escape leaves it; the focus returns to where it was. */
export function Dialog({ title, onClose, wide = false, size, children }: DialogProps) {
  return (
    <ModalOverlay className="dialog-overlay" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className={size === undefined ? (wide ? 'dialog dialog--wide' : 'dialog') : `dialog dialog--${size}`}>
        <AriaDialog className="dialog__body">
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
