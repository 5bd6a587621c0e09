import { AppError } from '../../shared/errors.ts'
import type { Picture } from '../../shared/features/documents.ts'
import { type PaperFormat, isPictureFormat, mostPoints } from '../../shared/rules/papers.ts'
import { imageSizeOf } from './image-size.ts'

/** A picture as the page shows it; refused when drawing it would take more memory than a picture is worth. */
export function pictureOf(format: PaperFormat, mediaType: string, bytes: Uint8Array): Picture {
  if (!isPictureFormat(format)) throw new AppError('fileFormatUnknown')
  const size = imageSizeOf(format, bytes)
  if (size === null) throw new AppError('fileUnreadable')
  if (size.width * size.height > mostPoints) throw new AppError('fileTooLarge')
  return { mediaType, base64: Buffer.from(bytes).toString('base64'), ...size }
}
