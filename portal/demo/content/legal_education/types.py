"""The shape of an item of legal education."""

from __future__ import annotations

from dataclasses import dataclass, field

PENAL_CODE = "100/2015/QH13"
PENAL_PROCEDURE = "101/2015/QH13"
CIVIL_CODE = "91/2015/QH13"
CIVIL_PROCEDURE = "92/2015/QH13"
FAMILY = "52/2014/QH13"
LAND = "31/2024/QH15"
LABOUR = "45/2019/QH14"
DRUGS = "120/2025/QH15"
ROAD = "36/2024/QH15"
TRAFFICKING = "53/2024/QH15"
VIOLENCE = "13/2022/QH15"
CHILDREN = "102/2016/QH13"
RECEPTION = "42/2013/QH13"
COMPLAINTS = "02/2011/QH13"
DENUNCIATION = "25/2018/QH14"
EDUCATION = "14/2012/QH13"
INFORMATION = "104/2016/QH13"
MEDIATION = "35/2013/QH13"
PENAL_ENFORCEMENT = "127/2025/QH15"
DISABLED = "51/2010/QH12"
E_SERVICES = "42/2022/NĐ-CP"

PUPILS, YOUTH, BORDER = "hoc-sinh", "thanh-nien", "dong-bao-dan-toc-thieu-so-cu-dan-bien-gioi"
WORKERS, WOMEN = "nguoi-lao-dong", "phu-nu-nan-nhan-bao-luc-gia-dinh"
DISABLED_PEOPLE, CONVICTED = "nguoi-khuyet-tat", "nguoi-chap-hanh-an-phat-tu-an-treo"
FIELD_PENAL, FIELD_PROCEDURE, FIELD_CIVIL = "hinh-su", "to-tung", "dan-su-hon-nhan-va-gia-dinh"
FIELD_ADMIN, FIELD_LAND, FIELD_LABOUR = "hanh-chinh", "dat-dai", "lao-dong"
FIELD_DRUGS, FIELD_ROAD = "phong-chong-ma-tuy", "an-toan-giao-thong"
FIELD_TRAFFICKING, FIELD_CYBER = "phong-chong-mua-ban-nguoi", "an-ninh-mang"
FIELD_ENFORCEMENT = "thi-hanh-an"


@dataclass(frozen=True)
class Cited:
    symbol: str
    article: str = ""
    clause: str = ""


@dataclass(frozen=True)
class EducationSample:
    """`unit_slug` None: the province's own. `parts` are running texts by the name of their field."""

    unit_slug: str | None
    form: str
    title: str
    lead: str
    fields: tuple[str, ...]
    audiences: tuple[str, ...] = ()
    cites: tuple[Cited, ...] = ()
    parts: dict[str, str] = field(default_factory=dict)
    body: tuple[str, ...] = ()  # "# …" is a heading, anything else a paragraph
    panels: tuple[tuple[str, str], ...] = ()
    picture: str = ""
    files: dict[str, str] = field(default_factory=dict)  # field: name of a file in demo/recordings
    embed_url: str = ""


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def points(*texts: str) -> str:
    return "<ul>" + "".join(f"<li>{text}</li>" for text in texts) + "</ul>"
