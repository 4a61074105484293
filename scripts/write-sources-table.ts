import { writeTable } from './sources-table';

writeTable();
