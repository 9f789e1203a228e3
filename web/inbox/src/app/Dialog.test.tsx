import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { Choices } from '@shared/ui/Choices';
import { Dialog } from '@shared/ui/Dialog';

function Desk() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Open
      </button>
      {open && (
        <Dialog title="Commands" bare onClose={() => setOpen(false)}>
          <Choices label="Commands" placeholder="" empty="" choices={[{ key: 'one', label: 'One', onSelect: () => setOpen(false) }]} />
        </Dialog>
      )}
    </>
  );
}

test('the focus goes back to where it was, also where what is in the dialog takes it by itself', async () => {
  render(<Desk />);
  await userEvent.click(screen.getByRole('button', { name: 'Open' }));
  expect(screen.getByRole('combobox', { name: 'Commands' })).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  expect(screen.getByRole('button', { name: 'Open' })).toHaveFocus();
});
