import { convergesFrom } from './converges';

// A second half, so that two cores share the work.
convergesFrom(501, 1000);
