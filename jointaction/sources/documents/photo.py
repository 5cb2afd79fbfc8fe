"""A photo as it may be passed on: drawn anew, so that place, camera and whatever else it carried are gone."""

from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError

from jointaction.sources.documents.refusal import RefusedError

MOST_PIXELS = 60_000_000
MOST_DOTS = 2400
_FORMATS = ("JPEG", "PNG", "GIF", "WEBP")
_QUALITY = 85
TOO_LARGE = "This picture has more dots than any camera of ours takes. Save it smaller and attach that."
NO_PICTURE = (
    "This picture is damaged, or not what its name says. Save it anew as JPEG or PNG and attach that."
)


def clean_photo(data: bytes) -> bytes:
    """The picture as JPEG (photos) or PNG (drawings), upright, at most 2,400 dots on its longer side.

    Raises RefusedError for what is no picture. For a guarded child only.
    """
    try:
        with Image.open(BytesIO(data), formats=_FORMATS) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                raise RefusedError(TOO_LARGE)
            is_photo = opened.format == "JPEG"
            opened.draft("RGB", (MOST_DOTS, MOST_DOTS))
            upright = ImageOps.exif_transpose(opened)
            upright.thumbnail((MOST_DOTS, MOST_DOTS))
            return _drawn_anew(upright, is_photo=is_photo)
    except Image.DecompressionBombError as error:  # far too many dots: told before their number can be asked
        raise RefusedError(TOO_LARGE) from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise RefusedError(NO_PICTURE) from error


def _drawn_anew(picture: Image.Image, *, is_photo: bool) -> bytes:
    """Only the dots, in a picture made here: nothing the file carried beside them comes along."""
    plain = picture.convert("RGB" if is_photo else "RGBA")
    made = Image.new(plain.mode, plain.size)
    made.paste(plain)
    out = BytesIO()
    if is_photo:
        made.save(out, format="JPEG", quality=_QUALITY, optimize=True)
    else:
        made.save(out, format="PNG", optimize=True)
    return out.getvalue()
