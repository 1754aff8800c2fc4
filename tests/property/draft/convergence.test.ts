import { convergesFrom } from './converges';

convergesFrom(1, 500);
