export { useBegun } from './begun';
export { useSelection } from './selection';
