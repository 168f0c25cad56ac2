import { ActionButton, Text } from '@react-spectrum/s2/ActionButton';
import Download from '@react-spectrum/s2/icons/Download';

interface DownloadButtonProps {
  readonly label: string;
  readonly fileName: string;
  readonly text: string;
}

/** Saves a text as a file. */
export function DownloadButton({ label, fileName, text }: DownloadButtonProps) {
  return (
    <ActionButton onPress={() => download(fileName, text)}>
      <Download />
      <Text>{label}</Text>
    </ActionButton>
  );
}

function download(fileName: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(link.href);
}
