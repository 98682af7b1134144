import type { FileRef } from '../api/types.ts';
import { FileView } from './file-view.tsx';

/** The files of a line, each with its picture, where it is one, and a button that saves it. */
export function FilesView({ files }: { readonly files: readonly FileRef[] }) {
  return (
    <ul class="files">
      {files.map((file) => (
        <li key={file.id}>
          <FileView file={file} />
        </li>
      ))}
    </ul>
  );
}
