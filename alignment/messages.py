"""What the panels say: whole sentences by their ids, in `messages.en.toml` beside this file.

Another language is one more file, `messages.NAME.toml`, chosen by `language` in `course.toml`.
"""

from pathlib import Path

from fairmark.messages import Messages

MESSAGES = Messages(Path(__file__).parent)
say = MESSAGES.say
