export { AskSnooze } from './AskSnooze';
export { PickPopup, pickTexts } from './PickPopup';
export { useDeeds, type Pick } from './useDeeds';
