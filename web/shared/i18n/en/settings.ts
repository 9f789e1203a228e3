import settings from './settings.json';
import deliverability from './deliverability.json';
import find from './find.json';
import forms from './forms.json';
import places from './places.json';
import calendars from './calendars.json';
import labels from './labels.json';
import people from './people.json';
import rules from './rules.json';

export default { ...settings, ...deliverability, ...find, ...forms, ...places, ...calendars, ...labels, ...people, ...rules };
