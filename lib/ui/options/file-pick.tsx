import { useRef, useState } from 'preact/hooks';
import { Icon } from '../icons';
import { sizeWords } from '../words';

interface FilePickProps {
  readonly label: string;
  /** Bytes; larger files are refused before they are read. */
  readonly most: number;
  onText(text: string, name: string): void;
}

/** Reads one text file. */
export function FilePick({ label, most, onText }: FilePickProps) {
  const picker = useRef<HTMLInputElement>(null);
  const [wrong, setWrong] = useState('');
  const read = async (file: File | undefined) => {
    if (file === undefined) return;
    if (file.size > most)
      return setWrong(`${file.name} has ${sizeWords(file.size)}; up to ${sizeWords(most)}.`);
    try {
      onText(await file.text(), file.name);
      setWrong('');
    } catch {
      setWrong(`${file.name} could not be read. Choose it again.`);
    }
  };
  return (
    <span class="file-pick">
      <button type="button" class="button plain" onClick={() => picker.current?.click()}>
        <Icon name="file" />
        {label}
      </button>
      <input
        ref={picker}
        type="file"
        hidden
        aria-label={label}
        onChange={(event) => {
          void read(event.currentTarget.files?.[0]);
          event.currentTarget.value = '';
        }}
      />
      {wrong === '' ? null : <span role="alert">{wrong}</span>}
    </span>
  );
}
